using System.Globalization;
using Blacklist.Api.Eligibility;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Registration;
using Microsoft.Extensions.Primitives;

namespace Blacklist.Api.Console.Check;

/// <summary>A row of the table as it was typed.</summary>
internal sealed record TypedApplicant(string Name, string Position, string DocumentType, string IssuingCountry, string Number, string BirthDate, string Sex)
{
    public static readonly TypedApplicant Empty = new("", "founder", "residentId", "", "", "", "");

    /// <summary>Nobody has typed into it: what a row begins with says nothing.</summary>
    public bool IsBlank => (Name + Number + BirthDate).Length == 0;
}

/// <summary>One application with its applicants, as the page holds it. What it says is judged by the endpoint alone.</summary>
internal sealed record CheckForm(
    string ApplicationReference, string Purpose, string OrganizationName, string Kind, bool Charitable, string Region, string Approval,
    IReadOnlyList<TypedApplicant> Applicants)
{
    /// <summary>Rows that an empty form offers; script adds more as they are needed.</summary>
    public const int Rows = 5;

    public static CheckForm Empty(string region, string purpose) => new("", purpose, "", "socialAssociation", Charitable: false, region, "", []);

    /// <summary>Rows that were left blank are no applicants.</summary>
    public static CheckForm Read(IFormCollection form)
    {
        return new CheckForm(
            One("applicationReference"), One("purpose"), One("organizationName"), One("kind"), One("charitable") == "true", One("region"), One("approval"),
            [.. Enumerable.Range(0, form["name"].Count).Select(Row).Where(row => !row.IsBlank)]);

        string One(string field) => form[field].ToString().Trim();

        TypedApplicant Row(int row) => new(
            At("name", row), At("position", row), At("documentType", row), At("issuingCountry", row), At("number", row), At("birthDate", row), At("sex", row));

        string At(string field, int row) => form[field] is var all && !StringValues.IsNullOrEmpty(all) && row < all.Count ? all[row]!.Trim() : "";
    }

    /// <summary>The body that the API would receive; null when <paramref name="fields"/> says what cannot be put into one.</summary>
    public EligibilityCheckRequest? ToRequest(FieldErrors fields)
    {
        var purpose = Word<CheckPurpose>(fields, "purpose", Purpose);
        var kind = Word<OrganizationKind>(fields.At("organization"), "kind", Kind);
        var applicants = Applicants.Select((row, place) => Applicant(fields.At("applicants", place), row)).ToList();
        return fields.Any
            ? null
            : new EligibilityCheckRequest(
                ApplicationReference, purpose, new OrganizationRequest(OrganizationName, kind, Charitable, Region, Approval.Length == 0 ? null : Approval), applicants);
    }

    private static ApplicantRequest Applicant(FieldErrors fields, TypedApplicant row) => new(
        row.Name,
        Word<Position>(fields, "position", row.Position),
        row.Number.Length == 0
            ? []
            : [new DocumentRequest(Word<DocumentType>(fields.At("documents", 0), "type", row.DocumentType), row.Number, row.IssuingCountry.Length == 0 ? null : row.IssuingCountry)],
        Day(fields, row.BirthDate),
        row.Sex.Length == 0 ? null : Word<Sex>(fields, "sex", row.Sex));

    private static T Word<T>(FieldErrors fields, string field, string word)
        where T : struct, Enum
    {
        if (!EnumWords.TryRead<T>(word, out var value))
        {
            fields.Add(field, ProblemKinds.ValueNotAllowed, string.Join(", ", EnumWords.All<T>()));
        }

        return value;
    }

    /// <summary>As people write days: 1985-12-31, 1985/12/31, 19851231.</summary>
    private static DateOnly? Day(FieldErrors fields, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            fields.Add("birthDate", ProblemKinds.InvalidValue);
        }

        return day;
    }
}
