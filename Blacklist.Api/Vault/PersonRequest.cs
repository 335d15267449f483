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
    /// <summary>What can be wrong with a name or a number.</summary>
    public static IReadOnlyList<Refusal> Refusals { get; } =
    [
        .. typeof(IdentityDocument).Assembly.GetTypes()
            .Where(type => type == typeof(PersonName) || type.IsAssignableTo(typeof(IdentityDocument)))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null)).OfType<Refusal>(),
    ];

    private static readonly DateOnly Earliest = new(1850, 1, 1);

    public static PersonIdentity? Read(
        FieldErrors fields, string name, IReadOnlyList<DocumentRequest> documents, DateOnly? birthDate, Sex? sex, DateOnly today)
    {
        fields.Count("documents", documents, 0, MostDocuments);
        fields.Range("birthDate", birthDate, Earliest, today);
        var parsedName = fields.Read("name", PersonName.Parse(name));
        var parsed = fields.Each("documents", documents, (at, document) => Read(at, document, today));
        return parsedName is null || parsed.Count != documents.Count
            ? null
            : new PersonIdentity(parsedName, [.. parsed.Distinct()], birthDate, sex);
    }

    private static IdentityDocument? Read(FieldErrors fields, DocumentRequest document, DateOnly today) =>
        fields.Read("number", IdentityDocument.Parse(document.Type, document.Number, document.IssuingCountry, today));
}
