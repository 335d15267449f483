using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;

namespace Blacklist.Api.Vault;

/// <summary>An identity as it is sealed. Names of members are stored names: they stay.</summary>
internal sealed record StoredIdentity(
    string Name, string[] Documents, DateOnly? BirthDate, Sex? Sex, string[]? OtherNames, int? BirthYear)
{
    public static byte[] Write(PersonIdentity identity) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredIdentity(
            identity.Name.Original, [.. identity.Documents.Select(document => document.Print())], identity.BirthDate, identity.Sex,
            identity.OtherNames is [] ? null : [.. identity.OtherNames.Select(name => name.Original)], identity.BirthYear),
        StoredIdentityJson.Default.StoredIdentity);

    /// <exception cref="FormatException">The bytes are no identity; the message quotes nothing of them.</exception>
    public static PersonIdentity Read(ReadOnlySpan<byte> plain)
    {
        try
        {
            if (JsonSerializer.Deserialize(plain, StoredIdentityJson.Default.StoredIdentity) is { } stored
                && PersonName.Parse(stored.Name).Is(out var name, out _))
            {
                return new PersonIdentity(name, [.. stored.Documents.Select(IdentityDocument.Restore)], stored.BirthDate, stored.Sex)
                {
                    OtherNames = [.. (stored.OtherNames ?? []).Select(RestoreName)],
                    BirthYear = stored.BirthYear,
                };
            }
        }
        catch (JsonException)
        {
            // The parser's message could quote personal data: it is not passed on.
        }

        throw new FormatException("It holds no identity that can be read.");
    }

    private static PersonName RestoreName(string stored) =>
        PersonName.Parse(stored).Is(out var name, out _) ? name : throw new FormatException("It holds a name that cannot be read.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredIdentity))]
internal sealed partial class StoredIdentityJson : JsonSerializerContext;
