using System.Globalization;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Eligibility.Files.Working;

/// <summary>A row as the request that a caller of the single check would have sent: from there on it is treated as that one is.</summary>
internal sealed class RowQuestion
{
    private readonly FileRow _row;
    private readonly List<RowFlaw> _flaws = [];

    private RowQuestion(FileRow row) => _row = row;

    /// <returns>The request with what it asks, or what is wrong in the row.</returns>
    public static (EligibilityCheckRequest? Request, EligibilityQuestion? Question, IReadOnlyList<RowFlaw> Flaws) Read(FileRow row, ApplicantFile file, DateOnly today)
    {
        if (row.Flaw is { } unreadable)
        {
            return (null, null, [unreadable]);
        }

        var reading = new RowQuestion(row);
        var request = reading.Request(file.Purpose);
        if (reading._flaws.Count > 0)
        {
            return (null, null, reading._flaws);
        }

        var fields = new FieldErrors();
        var question = request.Read(fields, today);
        return question is null ? (null, null, [.. fields.All.Select(wrong => new RowFlaw(ColumnOf(wrong.Path), wrong.Kind.Code))])
            : file.Regions.Any(own => own.Covers(question.Organization.Region)) ? (request, question, [])
            : (null, null, [new RowFlaw(EnumWords.Of(ApplicantColumn.Region), FileRefusals.RegionNotCovered.Code)]);
    }

    private EligibilityCheckRequest Request(CheckPurpose purpose) => new(
        Demanded(ApplicantColumn.Reference),
        purpose,
        new OrganizationRequest(
            Demanded(ApplicantColumn.OrganizationName), Word<OrganizationKind>(ApplicantColumn.OrganizationKind), Truth(ApplicantColumn.Charitable),
            Demanded(ApplicantColumn.Region), _row[ApplicantColumn.Approval]),
        [
            new ApplicantRequest(
                Demanded(ApplicantColumn.Name), Word<Position>(ApplicantColumn.Position), Documents(), Day(ApplicantColumn.BirthDate),
                _row[ApplicantColumn.Sex] is null ? null : Word<Sex>(ApplicantColumn.Sex)),
        ]);

    private List<DocumentRequest> Documents() =>
    [
        .. Document(ApplicantColumn.DocumentType, ApplicantColumn.DocumentNumber, ApplicantColumn.IssuingCountry),
        .. Document(ApplicantColumn.SecondDocumentType, ApplicantColumn.SecondDocumentNumber, ApplicantColumn.SecondIssuingCountry),
    ];

    private IEnumerable<DocumentRequest> Document(ApplicantColumn type, ApplicantColumn number, ApplicantColumn country)
    {
        if (_row[type] is not null || _row[number] is not null || _row[country] is not null)
        {
            // The second document is the second in the request too: without a first one its fields could not be named.
            if (type == ApplicantColumn.SecondDocumentType && _row[ApplicantColumn.DocumentNumber] is null)
            {
                _flaws.Add(RowFlaw.Of(ApplicantColumn.DocumentNumber, ProblemKinds.MissingField));
            }

            yield return new DocumentRequest(Word<DocumentType>(type), Demanded(number), _row[country]);
        }
    }

    private string Demanded(ApplicantColumn column)
    {
        if (_row[column] is { } text)
        {
            return text;
        }

        _flaws.Add(RowFlaw.Of(column, ProblemKinds.MissingField));
        return "";
    }

    private T Word<T>(ApplicantColumn column)
        where T : struct, Enum
    {
        var kind = column == ApplicantColumn.SecondDocumentType ? "documentType" : EnumWords.Of(column);
        var word = Demanded(column);
        if (!FileWords.TryRead<T>(kind, word, out var value) && word.Length > 0)
        {
            _flaws.Add(RowFlaw.Of(column, ProblemKinds.ValueNotAllowed));
        }

        return value;
    }

    private bool Truth(ApplicantColumn column)
    {
        var word = FileWords.OfApi("charitable", Demanded(column));
        if (word.Length > 0 && !bool.TryParse(word, out _))
        {
            _flaws.Add(RowFlaw.Of(column, ProblemKinds.ValueNotAllowed));
        }

        return word.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    private DateOnly? Day(ApplicantColumn column)
    {
        if (_row[column] is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        _flaws.Add(RowFlaw.Of(column, ProblemKinds.InvalidValue));
        return null;
    }

    private static string ColumnOf(string path) => path switch
    {
        "applicationReference" => "reference",
        "organization.name" => "organizationName",
        "organization.kind" => "organizationKind",
        "organization.region" => "region",
        "organization.approval" => "approval",
        "applicants[0].documents[0].number" => "documentNumber",
        "applicants[0].documents[0].issuingCountry" => "issuingCountry",
        "applicants[0].documents[1].number" => "secondDocumentNumber",
        "applicants[0].documents[1].issuingCountry" => "secondIssuingCountry",
        _ => path.Replace("applicants[0].", "", StringComparison.Ordinal),
    };
}
