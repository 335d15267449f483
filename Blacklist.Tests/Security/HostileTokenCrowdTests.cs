using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Tests.Security;

/// <summary>
/// A crowd of forged tokens, each wrong in at least one way that alone must be enough, most in several:
/// <c>FULL_SIZE=1 dotnet test -c Release --filter HostileTokenCrowdTests</c> sends 50,000.
/// </summary>
public sealed class HostileTokenCrowdTests(AccessHost host) : IClassFixture<AccessHost>
{
    private const int Seed = 20261122;
    private const int AtOnce = 4;

    private static readonly ECDsa Foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly RSA ForeignRsa = RSA.Create(2048);

    private SigningKey Key => host.Keys.Current;

    [Fact]
    public async Task None_of_them_is_believed()
    {
        var dice = new Random(Seed);
        var tokens = Enumerable.Range(0, RunSize.Of(2_000, 50_000)).Select(_ => Forged(dice)).ToList();
        var accepted = new List<string>();
        await Parallel.ForEachAsync(tokens, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (token, _) =>
        {
            using var response = await host.Get("/who", token.Text);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                lock (accepted)
                    accepted.Add($"{response.StatusCode}: {token.Way} {token.Text}");
            }
        });

        tokens.Select(token => token.Way).Distinct().Count().ShouldBe(Ways.Length);
        accepted.ShouldBeEmpty();
        using var right = await host.Get("/who", Jwt.For(Key).SignedBy(Key));
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private (string Way, string Text) Forged(Random dice)
    {
        var token = Jwt.For(Key);
        token.Claims["jti"] = $"{dice.Next()}";
        token.Claims["roles"] = new JsonArray(Pick(dice, "auditor", "administrator", "registrationClerk"));
        for (var more = dice.Next(3); more > 0; more--)
            Decorate(dice, token);
        var (way, forge) = Ways[dice.Next(Ways.Length)];
        return (way, forge(this, dice, token));
    }

    /// <summary>What makes a forgery no better and no worse.</summary>
    private static void Decorate(Random dice, Jwt token)
    {
        switch (dice.Next(4))
        {
            case 0: token.Header["cty"] = "JWT"; break;
            case 1: token.Claims["sub"] = Pick(dice, "admin", "clerk-150600", "' or '1'='1", "\u0000"); break;
            case 2: token.Claims["scope"] = "*"; break;
            default: token.Header["x"] = new string('x', dice.Next(500)); break;
        }
    }

    private static readonly (string Way, Func<HostileTokenCrowdTests, Random, Jwt, string> Forge)[] Ways =
    [
        ("no signature", (_, dice, token) => With(token, "alg", Pick(dice, "none", "None", "NONE", "nOnE", "")).Signed(_ => [])),
        ("none with a signature", (me, dice, token) => With(token, "alg", Pick(dice, "none", "None", "nonE")).SignedBy(me.Key)),
        ("empty signature", (_, _, token) => token.Signed(_ => [])),
        ("zero signature", (_, dice, token) => token.Signed(_ => new byte[Pick(dice, 64, 63, 65, 96)])),
        ("order as signature", (_, _, token) => token.Signed(_ => Order())),
        ("random signature", (_, dice, token) => token.Signed(_ => Bytes(dice, 64))),
        ("public key as secret", (me, dice, token) => With(token, "alg", Pick(dice, "HS256", "HS384", "HS512")).Signed(text => Hmac(me.Secrets()[dice.Next(4)], text))),
        ("another algorithm", (me, dice, token) => With(token, "alg", Pick(dice, "ES384", "ES512", "RS256", "PS256", "EdDSA", "es256", "ES256K")).SignedBy(me.Key)),
        ("foreign key", (_, _, token) => token.SignedBy(Foreign)),
        ("foreign RSA key", (_, dice, token) => With(token, "alg", Pick(dice, "RS256", "PS256", "ES256"))
            .Signed(text => ForeignRsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))),
        ("DER signature", (me, _, token) => token.Signed(text => me.Key.Security.ECDsa.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))),
        ("kid that leads elsewhere", (_, dice, token) => With(token, "kid", Pick(dice, "../../dev/null", "' or '1'='1", "", "\u0000", "http://127.0.0.1/", "0")).SignedBy(Foreign)),
        ("wrong kid, right key", (me, dice, token) => With(token, "kid", Pick(dice, "", "0", "KID", " ")).SignedBy(me.Key)),
        ("key brought along", (me, dice, token) => With(With(token, Pick(dice, "jwk", "x5c"), me.Brought()), "kid", Pick(dice, me.Key.Kid, "mine")).SignedBy(Foreign)),
        ("address of a key", (me, dice, token) => With(token, Pick(dice, "jku", "x5u"), me.Address).SignedBy(Foreign)),
        ("another type", (me, dice, token) => With(token, "typ", Pick(dice, "JWT", "id+jwt", "dpop+jwt", "secevent+jwt", "at+jwt ", "")).SignedBy(me.Key)),
        ("another issuer", (me, dice, token) => Claim(token, "iss", Pick(dice, "http://localhost:5081", "http://localhost:5080/", "HTTP://LOCALHOST:5080", "", "*")).SignedBy(me.Key)),
        ("another audience", (me, dice, token) => Claim(token, "aud", Pick(dice, "other", "", "Blacklist", "blacklist ", "*")).SignedBy(me.Key)),
        ("over", (me, dice, token) => Claim(token, "exp", Jwt.Second(-61 - dice.Next(100_000))).SignedBy(me.Key)),
        ("to come", (me, dice, token) => Claim(token, "nbf", Jwt.Second(1_200 + dice.Next(500))).SignedBy(me.Key)),
        ("no end", (me, _, token) => Without(token, "exp").SignedBy(me.Key)),
        ("critical extension", (me, dice, token) => With(token, "crit", new JsonArray(Pick(dice, "b64", "exp", "x"))).SignedBy(me.Key)),
        ("changed after signing", (me, dice, token) => Changed(dice, token.SignedBy(me.Key))),
        ("signature of another token", (me, _, token) => Swapped(token.SignedBy(Foreign), Jwt.For(me.Key).SignedBy(me.Key))),
        ("parts too many or too few", (me, dice, token) => Cut(dice, token.SignedBy(me.Key))),
    ];

    private string Address => $"{host.Client.BaseAddress}open";

    private static T Pick<T>(Random dice, params T[] from) => from[dice.Next(from.Length)];

    private static Jwt With(Jwt token, string header, JsonNode? value)
    {
        token.Header[header] = value;
        return token;
    }

    private static Jwt Claim(Jwt token, string claim, JsonNode? value)
    {
        token.Claims[claim] = value;
        return token;
    }

    private static Jwt Without(Jwt token, string claim)
    {
        token.Claims.Remove(claim);
        return token;
    }

    private static byte[] Bytes(Random dice, int count)
    {
        var bytes = new byte[count];
        dice.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The group's order twice: zero, to who forgets to look.</summary>
    private static byte[] Order()
    {
        var order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
        return [.. order, .. order];
    }

    private static byte[] Hmac(byte[] secret, byte[] text) => HMACSHA256.HashData(secret, text);

    private byte[][] Secrets() =>
    [
        Key.Security.ECDsa.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(Key.Security.ECDsa.ExportSubjectPublicKeyInfoPem()), Encoding.UTF8.GetBytes(Key.PublicJwk), [],
    ];

    private JsonObject Brought()
    {
        var point = Foreign.ExportParameters(false).Q;
        return new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["kid"] = Key.Kid,
            ["x"] = System.Buffers.Text.Base64Url.EncodeToString(point.X),
            ["y"] = System.Buffers.Text.Base64Url.EncodeToString(point.Y),
        };
    }

    private static string Changed(Random dice, string token)
    {
        var claims = token.IndexOf('.', StringComparison.Ordinal) + 1;
        var at = claims + dice.Next(token.LastIndexOf('.') - claims);
        return token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
    }

    private static string Swapped(string forged, string right) => forged[..forged.LastIndexOf('.')] + right[right.LastIndexOf('.')..];

    private static string Cut(Random dice, string token) => dice.Next(4) switch
    {
        0 => token + ".",
        1 => token + "." + token,
        2 => token[..token.LastIndexOf('.')],
        _ => token.Replace(".", "..", StringComparison.Ordinal),
    };
}
