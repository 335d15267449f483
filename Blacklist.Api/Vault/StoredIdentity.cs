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

    /// <summary>Member by member, without an object between: a node reads everybody at its start.</summary>
    /// <exception cref="FormatException">The bytes are no identity; the message quotes nothing of them.</exception>
    public static PersonIdentity Read(ReadOnlySpan<byte> plain)
    {
        try
        {
            var json = new Utf8JsonReader(plain);
            json.Read();
            if (ReadMembers(ref json) is { } identity)
                return identity;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The parser's message could quote personal data: it is not passed on.
        }

        throw new FormatException("It holds no identity that can be read.");
    }

    private static PersonIdentity? ReadMembers(ref Utf8JsonReader json)
    {
        var (name, birthDate, sex, birthYear) = ((PersonName?)null, (DateOnly?)null, (Sex?)null, (int?)null);
        List<IdentityDocument> documents = [];
        List<PersonName> otherNames = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (IsAt(ref json, "name"u8))
                name = NameIn(ref json);
            else if (IsAt(ref json, "documents"u8))
                ReadAll(ref json, documents, DocumentIn);
            else if (IsAt(ref json, "birthDate"u8))
                birthDate = DateIn(ref json);
            else if (IsAt(ref json, "sex"u8))
                sex = Enum.TryParse<Sex>(TextIn(ref json), out var known) ? known : throw new JsonException();
            else if (IsAt(ref json, "otherNames"u8))
                ReadAll(ref json, otherNames, NameIn);
            else if (IsAt(ref json, "birthYear"u8))
                birthYear = json.GetInt32();
            else
                json.Skip();
        }

        return name is null ? null : new PersonIdentity(name, [.. documents], birthDate, sex) { OtherNames = [.. otherNames], BirthYear = birthYear };
    }

    /// <summary>Whether the member has the name; then the reader goes on to its value.</summary>
    private static bool IsAt(ref Utf8JsonReader json, ReadOnlySpan<byte> member) => json.ValueTextEquals(member) && json.Read();

    private static void ReadAll<T>(ref Utf8JsonReader json, List<T> all, Reading<T> read)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            all.Add(read(ref json));
    }

    private static string TextIn(ref Utf8JsonReader json) => json.GetString() ?? throw new JsonException();

    private static IdentityDocument DocumentIn(ref Utf8JsonReader json) => IdentityDocument.Restore(TextIn(ref json));

    private static PersonName NameIn(ref Utf8JsonReader json) => PersonName.Parse(TextIn(ref json)).Is(out var name, out _) ? name : throw new JsonException();

    private static DateOnly DateIn(ref Utf8JsonReader json) => DateOnly.TryParseExact(TextIn(ref json), "O", out var date) ? date : throw new JsonException();

    private delegate T Reading<out T>(ref Utf8JsonReader json);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredIdentity))]
internal sealed partial class StoredIdentityJson : JsonSerializerContext;
