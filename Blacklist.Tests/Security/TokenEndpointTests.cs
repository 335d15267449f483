using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Http;
using Blacklist.Tests.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Blacklist.Tests.Security;

public sealed class TokenEndpointTests(AccessHost host) : IClassFixture<AccessHost>
{
    private string Form => $"grant_type=client_credentials&client_id={AccessHost.Clerk.Id}&client_secret={host.Secret}";

    private string Asking(string scope) => $"{Form}&scope={Uri.EscapeDataString(scope)}";

    private async Task<HttpStatusCode> Who(string token)
    {
        using var response = await host.Get("/who", token);
        return response.StatusCode;
    }

    [Fact]
    public async Task A_client_gets_a_token_for_its_secret_in_the_form()
    {
        using var response = await host.PostForm(Form);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answer = await response.Json();
        ((string)answer["token_type"]!).ShouldBe("Bearer");
        ((int)answer["expires_in"]!).ShouldBe(600);
        var token = new JsonWebToken((string)answer["access_token"]!);
        (token.Typ, token.Alg, token.Kid).ShouldBe(("at+jwt", "ES256", host.Keys.Current.Kid));
        (token.ValidTo - token.ValidFrom).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_client_gets_a_token_for_its_secret_in_the_header()
    {
        using var response = await host.PostForm("grant_type=client_credentials", Basic(AccessHost.Clerk.Id, host.Secret));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_token_says_who_calls_as_what_and_from_where()
    {
        var claims = JsonNode.Parse(new JsonWebToken(await host.Token()).EncodedPayload.Decoded())!.AsObject();

        claims.Select(claim => claim.Key).ShouldBe(
            ["aud", "iss", "exp", "nbf", "iat", "jti", "sub", "client_id", "name", "department", "roles", "regions", "purposes"], ignoreOrder: true);
        ((string)claims["iss"]!).ShouldBe("http://localhost:5080");
        ((string)claims["aud"]!).ShouldBe("blacklist");
        ((string)claims["sub"]!).ShouldBe(AccessHost.Clerk.Id);
        claims["purposes"]!.ToJsonString().ShouldBe("""["registration","change"]""");
    }

    [Theory]
    [InlineData("client_id=clerk-150600&client_secret=x", "invalid_request")]
    [InlineData("grant_type=&client_id=clerk-150600&client_secret=x", "invalid_request")]
    [InlineData("grant_type=password&client_id=clerk-150600&client_secret=x", "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials&client_id=clerk-150600&client_secret=x", "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=clerk-150600%00&client_secret=x", "invalid_request")]
    [InlineData("", "invalid_request")]
    public async Task A_request_of_another_form_is_refused(string form, string error)
    {
        using var response = await host.PostForm(form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await response.Json())["error"]!).ShouldBe(error);
    }

    [Theory]
    [InlineData("grant_type=client_credentials")]
    [InlineData("grant_type=client_credentials&client_id=nobody-at-all&client_secret=x")]
    [InlineData("grant_type=client_credentials&client_id=clerk-150600")]
    [InlineData("grant_type=client_credentials&client_id=clerk-150600&client_secret=")]
    [InlineData("grant_type=client_credentials&client_id=CLERK-150600&client_secret=x")]
    public async Task Whoever_does_not_know_the_secret_gets_one_and_the_same_answer(string form)
    {
        using var response = await host.PostForm(form);
        using var wrong = await host.PostForm("grant_type=client_credentials&client_id=clerk-150600&client_secret=wrong");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Basic ");
        ((string)(await response.Json())["error"]!).ShouldBe("invalid_client");
        (await response.Content.ReadAsStringAsync()).ShouldBe(await wrong.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic ****")]
    [InlineData("Basic Y2xlcms=")]
    [InlineData("Bearer a.b.c")]
    public async Task A_broken_header_is_an_unknown_client(string authorization)
    {
        using var response = await host.PostForm("grant_type=client_credentials", authorization);

        ((string)(await response.Json())["error"]!).ShouldBe("invalid_client");
    }

    [Fact]
    public async Task A_client_shows_its_secret_in_one_way_only()
    {
        using var response = await host.PostForm(Form, Basic(AccessHost.Clerk.Id, host.Secret));

        ((string)(await response.Json())["error"]!).ShouldBe("invalid_request");
    }

    [Fact]
    public async Task A_body_that_is_no_form_or_too_long_is_refused()
    {
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var noForm = await host.Client.PostAsync("/connect/token", json);
        using var tooLong = await host.PostForm("grant_type=" + new string('x', 100_000));

        (await noForm.Problem()).ShouldBe("415 unsupported_media_type");
        ((string)(await tooLong.Json())["error"]!).ShouldBe("invalid_request");
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_does_not_lock_out_others()
    {
        var victim = new ApiClient("victim", "Victim", "", ["partner"], ["150600"], []);
        var secret = (await host.Clients.Register(victim)).Value!;
        for (var i = 0; i < 10; i++)
            (await host.PostForm($"grant_type=client_credentials&client_id=victim&client_secret=guess{i}")).Dispose();

        using var slowed = await host.PostForm($"grant_type=client_credentials&client_id=victim&client_secret={secret}");

        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        slowed.Headers.RetryAfter!.Delta!.Value.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        (await host.Token()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_scope_narrows_the_token_to_some_of_what_the_client_may_do()
    {
        using var narrowed = await host.PostForm(Asking("readChecks readRules"));
        var answer = await narrowed.Json();
        using var asked = await host.PostForm(Asking("askChecks"));

        ((string)answer["scope"]!).ShouldBe("readChecks readRules");
        (await Who((string)answer["access_token"]!)).ShouldBe(HttpStatusCode.Forbidden);
        (await Who((string)answer["access_token"]!)).ShouldBe(HttpStatusCode.Forbidden); // also once it is believed
        (await Who((string)(await asked.Json())["access_token"]!)).ShouldBe(HttpStatusCode.OK);
        (await Who(await host.Token())).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("readAudit")]
    [InlineData("askChecks readAudit")]
    [InlineData("AskChecks")]
    public async Task A_scope_that_is_unknown_or_not_the_clients_is_refused(string scope)
    {
        using var response = await host.PostForm(Asking(scope));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await response.Json())["error"]!).ShouldBe("invalid_scope");
    }

    [Fact]
    public async Task A_revoked_client_gets_no_token_until_it_has_a_new_secret()
    {
        var client = new ApiClient("revoked", "Revoked", "", ["partner"], ["000000"], []);
        var secret = (await host.Clients.Register(client)).Value!;
        await host.Clients.Revoke(client.Id);
        (await Status(client.Id, secret)).ShouldBe(HttpStatusCode.Unauthorized);

        var renewed = await host.Clients.NewSecret(client.Id);

        (await Status(client.Id, secret)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(client.Id, renewed!)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_published_key_verifies_the_token()
    {
        using var configuration = await host.Get("/.well-known/openid-configuration", null);
        using var keys = await host.Get("/.well-known/jwks.json", null);

        ((string)(await configuration.Json())["jwks_uri"]!).ShouldBe("http://localhost:5080/.well-known/jwks.json");
        ((string)(await configuration.Json())["token_endpoint"]!).ShouldBe("http://localhost:5080/connect/token");
        var text = await keys.Content.ReadAsStringAsync();
        text.ShouldNotContain("\"d\"");
        var key = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(text).Keys.ShouldHaveSingleItem();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(await host.Token(), new()
        {
            IssuerSigningKey = key,
            ValidIssuer = "http://localhost:5080",
            ValidAudience = "blacklist",
        });
        result.IsValid.ShouldBeTrue();
        key.Kid.ShouldBe(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(key.ComputeJwkThumbprint()));
    }

    [Fact]
    public async Task The_api_document_describes_the_issuer()
    {
        var violations = OpenApiRules.Violations(await host.Client.GetStringAsync("/openapi/v1.json"));
        var examples = OpenApiRules.WrongExamples(host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints);

        violations.Where(text => text.Contains("/connect", StringComparison.Ordinal) || text.Contains("/.well-known", StringComparison.Ordinal)).ShouldBeEmpty();
        examples.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_secret_and_no_token_is_ever_logged()
    {
        var token = await host.Token();
        (await host.PostForm("grant_type=client_credentials", Basic(AccessHost.Clerk.Id, host.Secret))).Dispose();
        (await host.PostForm("grant_type=client_credentials&client_id=clerk-150600&client_secret=wrong-canary")).Dispose();
        (await host.Get("/who", token)).Dispose();
        (await host.Get("/who", token[..^4] + "AAAA")).Dispose();

        foreach (var canary in new[] { host.Secret, "wrong-canary", token.Split('.')[1], token.Split('.')[2], Basic(AccessHost.Clerk.Id, host.Secret)[6..] })
            host.Log.All.ShouldNotContain(canary);
        host.Log.All.ShouldContain("/connect/token");
    }

    private async Task<HttpStatusCode> Status(string id, string secret)
    {
        using var response = await host.PostForm($"grant_type=client_credentials&client_id={id}&client_secret={secret}");
        return response.StatusCode;
    }

    private static string Basic(string id, string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"));
}

internal static class Encodings
{
    public static string Decoded(this string text) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text));
}
