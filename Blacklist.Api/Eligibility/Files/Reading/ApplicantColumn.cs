namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>The fields of a row, the same in every form: <c>docs/applicant-files.md</c>.</summary>
internal enum ApplicantColumn
{
    Reference,
    Name,
    Position,
    DocumentType,
    DocumentNumber,
    IssuingCountry,
    SecondDocumentType,
    SecondDocumentNumber,
    SecondIssuingCountry,
    BirthDate,
    Sex,
    OrganizationName,
    OrganizationKind,
    Charitable,
    Region,
    Approval,
}
