using System.Reflection;
using Blacklist.Api.Http;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;

namespace Blacklist.Api.Vault;

/// <summary>How a request writes a person's identity document.</summary>
/// <param name="IssuingCountry">ISO 3166-1 alpha-3; passports only.</param>
internal sealed record DocumentRequest(DocumentType Type, string Number, string? IssuingCountry = null);

/// <summary>Reads a person out of a request: every wrong field is named, none is repeated.</summary>
internal static class PersonRequest
{
    public const int MostDocuments = 10;
    public const int MostOtherNames = 20;

    /// <summary>What can be wrong with a name or a number.</summary>
    public static IReadOnlyList<Refusal> Refusals { get; } =
    [
        .. typeof(IdentityDocument).Assembly.GetTypes()
            .Where(type => type == typeof(PersonName) || type.IsAssignableTo(typeof(IdentityDocument)))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null)).OfType<Refusal>(),
    ];

    private static readonly DateOnly Earliest = new(1850, 1, 1);

    private static readonly Refusal[] OfCountry = [IdentityDocument.CountryUnexpected, Passport.CountryMissing, Passport.CountryUnknown];

    /// <param name="birthYear">For old decisions that give no more than the year.</param>
    /// <param name="otherNames">Former names (曾用名) and aliases.</param>
    public static PersonIdentity? Read(
        FieldErrors fields, string name, IReadOnlyList<DocumentRequest> documents, DateOnly? birthDate, Sex? sex, DateOnly today,
        int? birthYear = null, IReadOnlyList<string>? otherNames = null)
    {
        fields.Count("documents", documents, 0, MostDocuments);
        fields.Range("birthDate", birthDate, Earliest, today);
        fields.Range("birthYear", birthYear, Earliest.Year, today.Year);
        fields.Count("otherNames", otherNames ?? [], 0, MostOtherNames);
        var parsedName = fields.Read("name", PersonName.Parse(name));
        var others = ReadNames(fields, otherNames ?? []);
        var parsed = fields.Each("documents", documents, (at, document) => Read(at, document, today));
        return parsedName is null || parsed.Count != documents.Count || others.Count != (otherNames?.Count ?? 0)
            ? null
            : new PersonIdentity(parsedName, [.. parsed.Distinct()], birthDate, sex)
            {
                OtherNames = [.. others.Distinct().Where(other => other != parsedName)],
                BirthYear = birthYear,
            };
    }

    private static List<PersonName> ReadNames(FieldErrors fields, IReadOnlyList<string> names) =>
        [.. names.Select((name, place) => fields.Read($"otherNames[{place}]", PersonName.Parse(name))).OfType<PersonName>()];

    private static IdentityDocument? Read(FieldErrors fields, DocumentRequest document, DateOnly today)
    {
        var parsed = IdentityDocument.Parse(document.Type, document.Number, document.IssuingCountry, today);
        return fields.Read(parsed.Problem is { } problem && OfCountry.Contains(problem) ? "issuingCountry" : "number", parsed);
    }
}
