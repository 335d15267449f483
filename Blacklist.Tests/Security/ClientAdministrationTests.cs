using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault.Keys;
using Blacklist.Tests.Security.People;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Security;

public sealed class ClientAdministrationTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    private const string Path = "/api/v1/clients";

    private readonly ApiCaller _administrator = host.As(PeopleHost.Administrator);
    private readonly ApiCaller _ofOrdos = host.As(PeopleHost.AdministratorOfOrdos);

    [Fact]
    public async Task An_added_client_gets_tokens_with_the_secret_that_is_shown_once()
    {
        var secret = await Added("added-client");

        (await Token("added-client", secret)).ShouldBe(HttpStatusCode.OK);

        (await _administrator.Get($"{Path}/added-client")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_rotated_secret_counts_at_once_and_the_old_one_for_the_overlap()
    {
        var first = await Added("rotating");

        var second = (await Post("rotating", "secret", new JsonObject { ["overlapHours"] = 24 })).ShouldBe(HttpStatusCode.OK)["secret"]!;
        (await Token("rotating", first)).ShouldBe(HttpStatusCode.OK);
        (await Token("rotating", second)).ShouldBe(HttpStatusCode.OK);

        var third = (await Post("rotating", "secret", new JsonObject { ["overlapHours"] = 0 })).ShouldBe(HttpStatusCode.OK)["secret"]!;
        (await Token("rotating", first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Token("rotating", second)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Token("rotating", third)).ShouldBe(HttpStatusCode.OK);
        (await Post("rotating", "secret", new JsonObject { ["overlapHours"] = 721 })).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "out_of_range");
    }

    [Fact]
    public async Task A_revoked_client_gets_no_token_from_the_answer_on()
    {
        var secret = await Added("leaving-client");
        (await Token("leaving-client", secret)).ShouldBe(HttpStatusCode.OK);

        (await Post("leaving-client", "revocation")).ShouldBe(HttpStatusCode.OK)["revokedAt"].ShouldNotBeNull();

        for (var attempt = 0; attempt < 5; attempt++)
            (await Token("leaving-client", secret)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Post("leaving-client", "secret", new JsonObject { ["overlapHours"] = 1 })).ShouldBeRefused(HttpStatusCode.Conflict, "client_revoked");
        (await Post("leaving-client", "revocation")).ShouldBeRefused(HttpStatusCode.Conflict, "client_revoked");
    }

    [Fact]
    public async Task A_client_signs_who_it_is_and_each_assertion_counts_once()
    {
        await Added("signing-client");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mine = SigningKey.Import(key.ExportPkcs8PrivateKey());
        (await AddKey("signing-client", mine)).ShouldBe(HttpStatusCode.OK).Body["keys"]!.ToJsonString().ShouldContain(mine.Kid);
        (await AddKey("signing-client", mine)).ShouldBeRefused(HttpStatusCode.Conflict, "client_key_known");

        var assertion = Assertion("signing-client", mine, "first").SignedBy(mine);

        (await Assert(assertion)).ShouldBe(HttpStatusCode.OK);
        (await Assert(assertion)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Assert(Assertion("signing-client", mine, "second").SignedBy(mine))).ShouldBe(HttpStatusCode.OK);

        (await Post("signing-client", $"keys/{mine.Kid}/revocation")).ShouldBe(HttpStatusCode.OK);
        (await Assert(Assertion("signing-client", mine, "third").SignedBy(mine))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_assertion_that_is_wrong_in_one_way_is_refused()
    {
        await Added("careful-client");
        await Added("another-client");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mine = SigningKey.Import(key.ExportPkcs8PrivateKey());
        await AddKey("careful-client", mine);
        var wrong = new Dictionary<string, Action<Jwt>>
        {
            ["no id"] = token => token.Claims.Remove("jti"),
            ["another audience"] = token => token.Claims["aud"] = "https://elsewhere.example",
            ["another issuer"] = token => token.Claims["iss"] = "another-client",
            ["another subject"] = token => token.Claims["sub"] = "another-client",
            ["over"] = token => token.Claims["exp"] = Jwt.Second(-120),
            ["too long"] = token => token.Claims["exp"] = Jwt.Second(3600),
            ["no end"] = token => token.Claims.Remove("exp"),
            ["to come"] = token => token.Claims["nbf"] = Jwt.Second(1_200),
            ["unsigned"] = token => token.Header["alg"] = "none",
            ["shared secret"] = token => token.Header["alg"] = "HS256",
            ["critical"] = token => token.Header["crit"] = new JsonArray("exp"),
            ["unknown key"] = token => token.Header["kid"] = "somebody",
        };

        foreach (var (way, spoil) in wrong)
        {
            var token = Assertion("careful-client", mine, way);
            spoil(token);
            (await Assert(token.SignedBy(mine))).ShouldBe(HttpStatusCode.Unauthorized, way);
            (await Assert(Assertion("careful-client", mine, "right beside " + way).SignedBy(mine))).ShouldBe(HttpStatusCode.OK, way);
        }

        (await Assert(Assertion("careful-client", mine, "foreign").SignedBy(foreign))).ShouldBe(HttpStatusCode.Unauthorized);
        (await Assert("not.a.token")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"kty":"oct","k":"c2VjcmV0"}""")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""")]
    public void Only_the_public_half_of_a_strong_key_is_taken(string jwk) => ClientKey.Parse(jwk).Problem.ShouldBe(ClientKey.Unusable);

    [Fact]
    public async Task A_client_that_is_bound_to_a_network_gets_tokens_from_there_only()
    {
        var here = await Added("from-here", networks: "127.0.0.0/8");
        var elsewhere = await Added("from-elsewhere", networks: "10.1.0.0/16");

        (await Token("from-here", here)).ShouldBe(HttpStatusCode.OK);
        (await Token("from-elsewhere", elsewhere)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("x", "partner", "150600", "10.1.0.0/16", 422, "client_id_invalid")]
    [InlineData("fine-client", "root", "150600", "10.1.0.0/16", 422, "client_role_unknown")]
    [InlineData("fine-client", "partner", "1506", "10.1.0.0/16", 422, "client_region_invalid")]
    [InlineData("fine-client", "partner", "150600", "here", 422, "client_network_invalid")]
    [InlineData("fine-client", "approver", "150600", "10.1.0.0/16", 409, "client_role_for_people")]
    [InlineData("clerk-150600", "partner", "150600", "10.1.0.0/16", 409, "client_exists")]
    public async Task What_cannot_be_is_refused(string id, string role, string region, string network, int status, string code) =>
        (await _administrator.Post(Path, Body(id, role, region, network))).ShouldBeRefused((HttpStatusCode)status, code);

    [Fact]
    public async Task Nobody_administers_clients_beyond_the_own_regions_or_themselves()
    {
        (await _administrator.Post(Path, Body("of-chongqing", "partner", "500000"))).ShouldBe(HttpStatusCode.Created);

        (await _ofOrdos.Get($"{Path}/of-chongqing")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await _ofOrdos.Post($"{Path}/of-chongqing/revocation", new JsonObject())).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await _ofOrdos.Post(Path, Body("by-ordos", "partner", "500000"))).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _ofOrdos.Get($"{Path}?limit=200")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("of-chongqing");
        (await Post(PeopleHost.Administrator.Id, "revocation")).ShouldBeRefused(HttpStatusCode.Conflict, "own_client");
    }

    [Fact]
    public async Task Every_act_is_kept_with_who_did_it()
    {
        await Added("acted-upon");
        await Post("acted-upon", "revocation");

        (await host.Database.Owner.Scalar<string>("select string_agg(actor || ' ' || act, ', ' order by act_id) from security.administration where subject = 'acted-upon'"))
            .ShouldBe("admin-000000 client_added, admin-000000 client_revoked");
    }

    private async Task<string> Added(string id, string? networks = null) =>
        (await _administrator.Post(Path, Body(id, "partner", "150600", networks))).ShouldBe(HttpStatusCode.Created)["secret"]!;

    private Task<ApiAnswer> Post(string client, string act, JsonObject? body = null) => _administrator.Post($"{Path}/{client}/{act}", body ?? new JsonObject());

    private Task<ApiAnswer> AddKey(string client, SigningKey key) => Post(client, "keys", new JsonObject { ["publicKey"] = key.PublicJwk });

    private async Task<HttpStatusCode> Token(string id, string secret)
    {
        using var answer = await host.PostForm($"grant_type=client_credentials&client_id={id}&client_secret={secret}");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> Assert(string assertion)
    {
        using var answer = await host.PostForm(
            $"grant_type=client_credentials&client_assertion_type={Uri.EscapeDataString(ClientAssertions.Type)}&client_assertion={assertion}");
        return answer.StatusCode;
    }

    private static Jwt Assertion(string client, SigningKey key, string id)
    {
        var token = Jwt.For(key);
        token.Header["typ"] = "JWT";
        (token.Claims["iss"], token.Claims["sub"], token.Claims["aud"]) = (client, client, "http://localhost:5080/connect/token");
        (token.Claims["jti"], token.Claims["exp"]) = (id, Jwt.Second(240));
        return token;
    }

    private static JsonObject Body(string id, string role, string region, string? network = null)
    {
        var body = new JsonObject
        {
            ["id"] = id,
            ["name"] = "协作系统",
            ["department"] = "协作部门",
            ["roles"] = new JsonArray(role),
            ["regions"] = new JsonArray(region),
            ["purposes"] = new JsonArray("registration"),
        };
        if (network is not null)
            body["networks"] = new JsonArray(network);
        return body;
    }
}
