using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Blacklist.Api.Security;
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

    internal override void Map(WebApplication app) =>
        app.MapGet("/grave", () => "done").Requires(Permission.AskChecks, Reach.Everywhere).RequiresRecentSecondFactor();

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
    public async Task A_machine_is_its_own_subject_and_has_no_second_factor()
    {
        using var grave = await Get("/grave", Token().SignedBy(_key));
        using var audit = await Get("/audit", Token(roles: "auditor").SignedBy(_key));

        grave.StatusCode.ShouldBe(HttpStatusCode.OK);
        audit.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, 0, 0, HttpStatusCode.Forbidden)]
    [InlineData("pwd", 0, 0, HttpStatusCode.Forbidden)]
    [InlineData("otp", 0, 0, HttpStatusCode.OK)]
    [InlineData("otp", -3600, 0, HttpStatusCode.Forbidden)]
    [InlineData("otp", null, 0, HttpStatusCode.OK)]
    [InlineData("otp", null, -3600, HttpStatusCode.Forbidden)] // nobody says when: no later than the token was made
    [InlineData("otp", 3600, -3600, HttpStatusCode.Forbidden)]
    public async Task A_person_has_shown_a_second_factor_a_short_time_ago(string? way, int? authTime, int issued, HttpStatusCode expected)
    {
        var token = Person(way);
        if (authTime is { } at)
            token.Claims["auth_time"] = Jwt.Second(at);
        token.Claims["iat"] = Jwt.Second(issued);
        token.Claims["second_factor_at"] = $"{Jwt.Second(0)}"; // the registry's own word, in a token that is not its own

        using var grave = await Get("/grave", token.SignedBy(_key));
        using var ordinary = await Get("/who", token.SignedBy(_key));

        grave.StatusCode.ShouldBe(expected);
        ordinary.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_whose_role_demands_a_second_factor_may_do_nothing_without_one()
    {
        using var without = await Get("/audit", Person("pwd", "auditor").SignedBy(_key));
        using var with = await Get("/audit", Person("otp", "auditor").SignedBy(_key));

        (await without.Problem()).ShouldBe("403 forbidden");
        with.StatusCode.ShouldBe(HttpStatusCode.OK);
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

    /// <summary>Signed in at a client, which the token names, too.</summary>
    private Jwt Person(string? way, string role = "registrationClerk")
    {
        var token = Token(role);
        token.Claims["sub"] = "person-1";
        if (way is not null)
            token.Claims["amr"] = new JsonArray("pwd", way);
        return token;
    }

    private async Task Refused(string token)
    {
        using var response = await Get("/who", token);
        (await response.Problem()).ShouldBe("401 unauthenticated");
    }
}
