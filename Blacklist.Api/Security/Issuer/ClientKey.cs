using System.Text.Json;
using Blacklist.Domain.Kernel;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Api.Security.Issuer;

/// <summary>A public key that a client proves itself with (<c>private_key_jwt</c>): its private half never leaves the client.</summary>
/// <param name="Kid">Thumbprint of the key (RFC 7638): it cannot name another key.</param>
internal sealed record ClientKey(string Kid, JsonWebKey Key)
{
    public static readonly Refusal Unusable = new(
        "client_key_unusable", "Give the public half of a key as JWK: EC with P-256, or RSA with 2048 to 4096 bits, and nothing private.");

    private const int MaximumLength = 4000;

    public static Parsed<ClientKey> Parse(string jwk)
    {
        if (jwk.Length > MaximumLength)
            return Unusable;
        try
        {
            var key = new JsonWebKey(jwk);
            return !key.HasPrivateKey && key.K is null && IsStrong(key) && key.ComputeJwkThumbprint() is { } thumbprint
                ? new ClientKey(Base64UrlEncoder.Encode(thumbprint), key)
                : Unusable;
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException or FormatException or InvalidOperationException)
        {
            return Unusable; // the reader's message could repeat what was sent
        }
    }

    private static bool IsStrong(JsonWebKey key) => key switch
    {
        { Kty: "EC", Crv: "P-256", X.Length: 43, Y.Length: 43 } => true,
        { Kty: "RSA" } => key.KeySize is >= 2048 and <= 4096,
        _ => false,
    };
}
