using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Vault.Keys;
using Blacklist.Tests.Http;

namespace Blacklist.Tests.Security;

/// <summary>Every way of RFC 8725 to be talked into a token; the first spec shows that the rest of each token is right.</summary>
public sealed class HostileTokenTests(AccessHost host) : IClassFixture<AccessHost>
{
    private static readonly ECDsa Foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private SigningKey Key => host.Keys.Current;

    [Fact]
    public async Task A_right_token_is_believed()
    {
        using var response = await host.Get("/who", Jwt.For(Key).SignedBy(Key));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task An_unsigned_token_is_refused(string algorithm)
    {
        var token = Jwt.For(Key);
        token.Header["alg"] = algorithm;

        await Refused(token.Signed(_ => []));
        await Refused(token.SignedBy(Key));
    }

    [Fact]
    public async Task A_token_without_its_signature_is_refused() => await Refused(Jwt.For(Key).Signed(_ => []));

    [Fact]
    public async Task A_public_key_is_no_shared_secret()
    {
        var publicKey = Key.Security.ECDsa;
        foreach (var secret in new[]
                 {
                     publicKey.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(publicKey.ExportSubjectPublicKeyInfoPem()),
                     Encoding.UTF8.GetBytes(Key.PublicJwk), [],
                 })
        {
            var token = Jwt.For(Key);
            token.Header["alg"] = "HS256";
            await Refused(token.Signed(text => HMACSHA256.HashData(secret, text)));
        }
    }

    [Theory]
    [InlineData("ES384")]
    [InlineData("ES512")]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("HS512")]
    [InlineData("")]
    public async Task Another_algorithm_is_refused(string algorithm)
    {
        var token = Jwt.For(Key);
        token.Header["alg"] = algorithm;

        await Refused(token.SignedBy(Key));
        await Refused(token.SignedBy(Key.Security.ECDsa, HashAlgorithmName.SHA384));
    }

    [Theory]
    [InlineData("JWT")]
    [InlineData("at+JWT+x")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_of_another_type_is_refused(string? type)
    {
        var token = Jwt.For(Key);
        token.Header["typ"] = type;
        await Refused(token.SignedBy(Key));

        token.Header.Remove("typ");
        await Refused(token.SignedBy(Key));
    }

    [Theory]
    [InlineData("iss", "http://localhost:5081")]
    [InlineData("iss", "http://localhost:5080/")]
    [InlineData("iss", "")]
    [InlineData("aud", "other")]
    [InlineData("aud", "")]
    [InlineData("iss", null)]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    public async Task A_token_from_or_for_somebody_else_or_without_an_end_is_refused(string claim, string? value)
    {
        var token = Jwt.For(Key);
        token.Claims.Remove(claim);
        if (value is not null)
            token.Claims[claim] = value;

        await Refused(token.SignedBy(Key));
    }

    [Theory]
    [InlineData("exp", -61)]
    [InlineData("nbf", 600)]
    public async Task A_token_is_good_in_its_time_only(string claim, int fromNow)
    {
        var token = Jwt.For(Key);
        token.Claims["nbf"] = Jwt.Second(-600);
        token.Claims[claim] = Jwt.Second(fromNow);

        await Refused(token.SignedBy(Key));
    }

    [Theory]
    [InlineData("../../../../dev/null")]
    [InlineData("' or '1'='1")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_that_is_not_named_rightly_is_not_looked_for(string? kid)
    {
        var token = Jwt.For(Key);
        token.Header["kid"] = kid;
        await Refused(token.SignedBy(Key));

        token.Header.Remove("kid");
        await Refused(token.SignedBy(Key));
    }

    [Fact]
    public async Task Another_key_under_the_registrys_name_is_refused() => await Refused(Jwt.For(Key).SignedBy(Foreign));

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public async Task A_key_that_the_token_brings_along_is_not_used(string header)
    {
        var point = Foreign.ExportParameters(false).Q;
        var token = Jwt.For(Key);
        token.Header[header] = header switch
        {
            "jwk" => new JsonObject
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["kid"] = Key.Kid,
                ["x"] = System.Buffers.Text.Base64Url.EncodeToString(point.X),
                ["y"] = System.Buffers.Text.Base64Url.EncodeToString(point.Y),
            },
            "x5c" => new JsonArray(Convert.ToBase64String(Foreign.ExportSubjectPublicKeyInfo())),
            _ => host.Client.BaseAddress + "open",
        };

        await Refused(token.SignedBy(Foreign));
        token.Header.Remove("kid");
        await Refused(token.SignedBy(Foreign));
    }

    [Fact]
    public async Task A_header_the_registry_does_not_understand_but_must_is_refused()
    {
        var token = Jwt.For(Key);
        token.Header["crit"] = new JsonArray("b64");
        token.Header["b64"] = false;

        await Refused(token.SignedBy(Key));
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_signature()
    {
        var parts = Jwt.For(Key).SignedBy(Key).Split('.');
        var token = Jwt.For(Key);
        token.Claims["roles"] = new JsonArray("auditor");

        await Refused($"{parts[0]}.{token.SignedBy(Foreign).Split('.')[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJub25lIn0..")]
    [InlineData("eyJ.eyJ.eyJ.eyJ.eyJ")]
    public async Task What_is_no_token_is_refused(string text) => await Refused(text, describesToken: text.Length > 0);

    [Fact]
    public async Task A_token_in_another_place_than_the_header_is_not_read()
    {
        using var response = await host.Get($"/who?access_token={Jwt.For(Key).SignedBy(Key)}", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task Refused(string token, bool describesToken = true)
    {
        using var response = await host.Get("/who", token);

        (await response.Problem()).ShouldBe("401 unauthenticated");
        response.Headers.WwwAuthenticate.ToString()
            .ShouldBe("Bearer realm=\"blacklist\"" + (describesToken ? ", error=\"invalid_token\"" : ""));
        if (token.Length > 20)
            (await response.Content.ReadAsStringAsync()).ShouldNotContain(token);
    }
}
