using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Blacklist.Api.Vault.Keys;
using Blacklist.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Security;

/// <summary>A site's own OpenID Connect issuer: here a small one that publishes one key.</summary>
public sealed class OutsideIssuerTests : AccessHost
{
    private readonly SigningKey _key = NewKey();
    private WebApplication _issuer = null!;
    private string _address = null!;

    internal override Dictionary<string, string?> Settings => new()
    {
        ["Authentication:Authority"] = _address,
        ["Authentication:Audience"] = "registry",
        ["Authentication:Claims:roles"] = "groups",
        ["Authentication:Claims:regions"] = "areas",
    };

    public override async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _issuer = builder.Build();
        _issuer.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string> { ["issuer"] = _address, ["jwks_uri"] = _address + "/keys" });
        _issuer.MapGet("/keys", () => Results.Text($"{{\"keys\":[{_key.PublicJwk}]}}", "application/json"));
        await _issuer.StartAsync();
        _address = _issuer.Urls.Single();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Its_tokens_are_believed_and_its_claims_are_read_under_their_own_names()
    {
        var token = Token(roles: "registrationClerk");
        token.Claims["roles"] = new JsonArray("auditor");

        using var response = await Get("/who", token.SignedBy(_key));
        using var audit = await Get("/audit", token.SignedBy(_key));

        var who = await response.Json();
        who["roles"]!.ToJsonString().ShouldBe("""["registrationClerk"]""");
        who["regions"]!.ToJsonString().ShouldBe("""["150600"]""");
        audit.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Tokens_of_another_key_audience_type_or_issuer_are_refused()
    {
        await Refused(Token().SignedBy(NewKey()));
        await Refused(Token(audience: "blacklist").SignedBy(_key));
        await Refused(Token(type: "JWT").SignedBy(_key));
        await Refused(Token(issuer: "http://localhost:5080").SignedBy(_key));
    }

    [Fact]
    public async Task The_registrys_own_issuer_is_off()
    {
        using var token = await PostForm("grant_type=client_credentials");
        using var keys = await Get("/.well-known/jwks.json", null);

        (await token.Problem()).ShouldBe("404 not_found");
        (await keys.Problem()).ShouldBe("404 not_found");
        App.Services.GetService<SigningKeys>().ShouldBeNull();
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_an_outage_and_no_refusal()
    {
        await _issuer.StopAsync();

        using var response = await Get("/who", Token().SignedBy(_key));

        (await response.Problem()).ShouldBe("503 registry_unavailable");
    }

    private static SigningKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SigningKey.Import(key.ExportPkcs8PrivateKey());
    }

    private Jwt Token(string roles = "registrationClerk", string audience = "registry", string type = "at+jwt", string? issuer = null) => new()
    {
        Header = { ["kid"] = _key.Kid, ["typ"] = type },
        Claims = { ["iss"] = issuer ?? _address, ["aud"] = audience, ["groups"] = new JsonArray(roles), ["areas"] = new JsonArray("150600"), ["regions"] = null },
    };

    private async Task Refused(string token)
    {
        using var response = await Get("/who", token);
        (await response.Problem()).ShouldBe("401 unauthenticated");
    }
}
