using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Tests.Security;

/// <summary>A token made by hand, so that each part of it can be wrong.</summary>
internal sealed class Jwt
{
    public JsonObject Header { get; } = new() { ["alg"] = "ES256", ["typ"] = "at+jwt" };

    public JsonObject Claims { get; } = new()
    {
        ["iss"] = "http://localhost:5080",
        ["aud"] = "blacklist",
        ["sub"] = "clerk-150600",
        ["client_id"] = "clerk-150600",
        ["jti"] = "1",
        ["roles"] = new JsonArray("registrationClerk"),
        ["regions"] = new JsonArray("150600"),
        ["iat"] = Second(0),
        ["nbf"] = Second(0),
        ["exp"] = Second(600),
    };

    /// <summary>Right in every part, for a key of the registry.</summary>
    public static Jwt For(SigningKey key) => new() { Header = { ["kid"] = key.Kid } };

    /// <summary>Seconds from now, as tokens count time.</summary>
    public static long Second(int fromNow) => DateTimeOffset.UtcNow.AddSeconds(fromNow).ToUnixTimeSeconds();

    public string SignedBy(ECDsa key, HashAlgorithmName? hash = null) => Signed(text => key.SignData(text, hash ?? HashAlgorithmName.SHA256));

    public string SignedBy(SigningKey key) => SignedBy(key.Security.ECDsa);

    public string Signed(Func<byte[], byte[]> sign)
    {
        var text = $"{Encoded(Header)}.{Encoded(Claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encoded(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
