using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Eligibility;

/// <summary>May these persons found, or lead, this organization?</summary>
internal sealed record EligibilityCheckRequest(
    string ApplicationReference, CheckPurpose Purpose, OrganizationRequest Organization, IReadOnlyList<ApplicantRequest> Applicants)
{
    public const int MostApplicants = 200;

    /// <summary>The question, or null when <paramref name="fields"/> says what is wrong.</summary>
    public EligibilityQuestion? Read(FieldErrors fields, DateOnly today)
    {
        var reference = fields.Text("applicationReference", ApplicationReference, 100);
        var organization = Organization.Read(fields.At("organization"));
        fields.Count("applicants", Applicants, 1, MostApplicants);
        if (fields.Any)
        {
            return null;
        }

        var applicants = ReadApplicants(fields, today);
        return fields.Any ? null : new EligibilityQuestion(reference, Purpose, organization!, applicants);
    }

    public IReadOnlyList<Applicant> ReadApplicants(FieldErrors fields, DateOnly today) =>
        fields.Each("applicants", Applicants, (at, applicant) => applicant.Read(at, today));
}

/// <param name="Approval">Document of the approval that a name with words such as 中国 or 国际 needs.</param>
internal sealed record OrganizationRequest(string Name, OrganizationKind Kind, bool Charitable, string Region, string? Approval = null)
{
    public Organization? Read(FieldErrors fields)
    {
        var name = fields.Read("name", OrganizationName.Parse(Name));
        var approval = fields.OptionalText("approval", Approval, 200);
        if (Kind == OrganizationKind.OverseasRepresentativeOffice)
        {
            fields.Add("kind", ProblemKinds.ValueNotAllowed, "socialAssociation, socialServiceInstitution, foundation");
        }

        var region = fields.Read("region", RegionCode.Parse(Region));
        return fields.Any || name is null || region is null ? null : new Organization(name, Kind, Charitable, region, approval);
    }
}

internal sealed record ApplicantRequest(
    string Name, Position Position, IReadOnlyList<DocumentRequest> Documents, DateOnly? BirthDate = null, Sex? Sex = null)
{
    public Applicant? Read(FieldErrors fields, DateOnly today) =>
        PersonRequest.Read(fields, Name, Documents, BirthDate, Sex, today) is { } identity ? new Applicant(identity, Position) : null;
}
