using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Api.Vault.Keys;

/// <summary>An ES256 key (RFC 7518 §3.4).</summary>
/// <param name="Kid">Thumbprint of the public key (RFC 7638): it cannot name another key.</param>
/// <param name="PublicJwk">As it is published (RFC 7517).</param>
internal sealed record SigningKey(string Kid, string PublicJwk, ECDsaSecurityKey Security)
{
    /// <summary>A new one, sealed.</summary>
    public static NewKey Create(KeyRing ring, KeyPurpose purpose, TimeSpan ahead, TimeSpan period)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var exported = made.ExportPkcs8PrivateKey();
        var key = Import(exported);
        var sealedKey = SealedBlob.Seal(ring, exported, KeySet.Associated(purpose, key.Kid));
        CryptographicOperations.ZeroMemory(exported);
        return new NewKey(key.Kid, purpose, SecurityAlgorithms.EcdsaSha256, ahead, period, key.PublicJwk, Sealed: sealedKey);
    }

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
