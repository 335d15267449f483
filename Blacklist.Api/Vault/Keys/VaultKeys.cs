using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Api.Hosting;

namespace Blacklist.Api.Vault.Keys;

/// <summary>One secret of the vault.</summary>
/// <param name="Id">Eight hex digits; what it sealed names it.</param>
/// <param name="Key">32 random bytes.</param>
internal sealed record VaultKey(string Id, byte[] Key, DateTimeOffset Created)
{
    public const int Size = 32;

    public static VaultKey Create(DateTimeOffset now) =>
        new(RandomNumberGenerator.GetHexString(8, lowercase: true), RandomNumberGenerator.GetBytes(Size), now);

    public override string ToString() => Id;

    [JsonIgnore]
    public bool IsWellFormed =>
        Key is { Length: Size } && Id is { Length: 8 } && Id.All(char.IsAsciiHexDigitLower);
}

/// <summary>The content of <c>vault.keys</c>: the secrets that all others are sealed under (adr/0032).</summary>
internal sealed record VaultKeys(IReadOnlyList<VaultKey> MasterKeys)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Of files that are older than sealed digest keys: the database has them since.</summary>
    public IReadOnlyList<VaultKey> DigestKeys { get; init; } = [];

    public static VaultKeys Create(DateTimeOffset now) => new([VaultKey.Create(now)]);

    /// <param name="source">Where the text came from, as an operator would say it.</param>
    public static VaultKeys Parse(string json, string source)
    {
        try
        {
            if (JsonSerializer.Deserialize<VaultKeys>(json, Json) is { } keys && keys.IsWellFormed)
                return keys;
        }
        catch (JsonException)
        {
            // The parser's message could quote a key: it is not passed on.
        }

        throw new StartProblem(
            $"{source} is not a vault key file: it needs masterKeys, each with id (8 hex digits), key (32 bytes in base64) and created.");
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public override string ToString() => $"{MasterKeys.Count} master keys, {DigestKeys.Count} digest keys";

    [JsonIgnore]
    private bool IsWellFormed =>
        MasterKeys.Count > 0
        && MasterKeys.Concat(DigestKeys).All(key => key.IsWellFormed)
        && MasterKeys.Concat(DigestKeys).DistinctBy(key => key.Id).Count() == MasterKeys.Count + DigestKeys.Count;
}
