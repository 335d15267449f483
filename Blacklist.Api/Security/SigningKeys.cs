using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Vault;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Blacklist.Api.Security;

/// <summary>
/// Keys that sign for one purpose, the same on all nodes: kept in the database, the private part sealed by the vault.
/// Only what the vault opens is believed, so that a row written by somebody else signs nothing.
/// </summary>
internal sealed class SigningKeys
{
    public const string ForTokens = "token";
    public const string ForReceipts = "receipt";

    private const long Lock = 0x5349474E; // "SIGN"

    private SigningKeys(IReadOnlyList<SigningKey> kept) => (Kept, Published) = (kept, [.. kept.Where(key => !key.IsRetired)]);

    /// <summary>Also those that are retired, oldest first: what they signed for years is still to be verified.</summary>
    public IReadOnlyList<SigningKey> Kept { get; }

    /// <summary>Not retired, oldest first.</summary>
    public IReadOnlyList<SigningKey> Published { get; }

    public SigningKey Current => Published[^1];

    /// <summary>Loads the keys; the first node ever makes one, under a lock.</summary>
    public static async Task<SigningKeys> Open(NpgsqlDataSource database, IdentityVault vault, string purpose)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var turn = await DatabaseLock.Take(connection, Lock);
        var keys = await Read(connection, vault, purpose);
        if (keys.TrueForAll(key => key.IsRetired))
            keys.Add(await Create(connection, vault, purpose));
        return new SigningKeys(keys);
    }

    private static async Task<List<SigningKey>> Read(NpgsqlConnection connection, IdentityVault vault, string purpose)
    {
        const string Select =
            "SELECT kid, sealed_private_key, retired_at IS NOT NULL FROM security.signing_keys WHERE purpose = $1 ORDER BY created_at, kid";
        await using var command = new NpgsqlCommand(Select, connection) { Parameters = { new() { Value = purpose } } };
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<SigningKey>();
        while (await reader.ReadAsync())
        {
            var kid = reader.GetString(0);
            var key = SigningKey.Import(vault.OpenBlob(reader.GetFieldValue<byte[]>(1), Associated(purpose, kid)));
            if (key.Kid != kid)
                throw new CryptographicException($"The signing key {kid} is not the one its name says.");
            keys.Add(key with { IsRetired = reader.GetBoolean(2) });
        }

        return keys;
    }

    private static async Task<SigningKey> Create(NpgsqlConnection connection, IdentityVault vault, string purpose)
    {
        const string Insert = "INSERT INTO security.signing_keys (kid, purpose, public_jwk, sealed_private_key) VALUES ($1, $2, $3, $4)";
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var exported = made.ExportPkcs8PrivateKey();
        var key = SigningKey.Import(exported);
        var sealedKey = vault.SealBlob(exported, Associated(purpose, key.Kid));
        CryptographicOperations.ZeroMemory(exported);
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters = { new() { Value = key.Kid }, new() { Value = purpose }, new() { Value = key.PublicJwk }, new() { Value = sealedKey } },
        };
        await command.ExecuteNonQueryAsync();
        return key;
    }

    private static byte[] Associated(string purpose, string kid) => Encoding.UTF8.GetBytes($"signing-key/{purpose}/{kid}");
}

/// <summary>An ES256 key (RFC 7518 §3.4).</summary>
/// <param name="Kid">Thumbprint of the public key (RFC 7638): it cannot name another key.</param>
/// <param name="PublicJwk">As it is published (RFC 7517).</param>
internal sealed record SigningKey(string Kid, string PublicJwk, ECDsaSecurityKey Security)
{
    /// <summary>It signs nothing any more.</summary>
    public bool IsRetired { get; init; }

    public static SigningKey Import(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var members = $"\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"{Base64Url.EncodeToString(point.X)}\",\"y\":\"{Base64Url.EncodeToString(point.Y)}\"";
        var kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{{{members}}}")));
        return new SigningKey(
            kid, $"{{{members},\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"{kid}\"}}", new ECDsaSecurityKey(key) { KeyId = kid });
    }

    public override string ToString() => Kid;
}
