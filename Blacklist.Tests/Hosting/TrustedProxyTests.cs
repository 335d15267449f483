using System.Net;
using Blacklist.Api.Security.Issuer;

namespace Blacklist.Tests.Hosting;

/// <summary>What a header says of where a request comes from is believed of a configured proxy, and of nobody else.</summary>
public sealed class TrustedProxyTests : IAsyncLifetime
{
    private static readonly ApiClient Branch = ApiClientSamples.Clerk with { Id = "branch-150600", Networks = ["203.0.113.0/24"] };

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await RegistryNode.CreateDatabase();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_configured_proxy_says_where_the_caller_is_and_that_it_came_by_TLS()
    {
        await using var node = await RegistryNode.StartLimited(_database, ("Proxies:0", "127.0.0.1"), ("Proxies:1", "10.0.0.0/8"));
        var secret = (await node.Service<ApiClients>().Register(Branch)).Value!;

        (await Token(node, secret, "203.0.113.9, 10.1.2.3")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Token(node, secret, "198.51.100.7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Token(node, secret, "203.0.113.9, 198.51.100.7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the last who is no proxy is the caller");
        using var page = await Send(node, HttpMethod.Get, "/console/account/sign-in", "203.0.113.9");
        page.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_one_a_header_changes_nothing()
    {
        await using var node = await RegistryNode.Start(_database);
        var secret = (await node.Service<ApiClients>().Register(Branch)).Value!;

        (await Token(node, secret, "203.0.113.9")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var page = await Send(node, HttpMethod.Get, "/console/account/sign-in", "203.0.113.9");
        page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        page.Headers.Contains("Server").ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> Token(RegistryNode node, string secret, string from)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Branch.Id,
            ["client_secret"] = secret,
        });
        return await Send(node, HttpMethod.Post, "/connect/token", from, form);
    }

    private static async Task<HttpResponseMessage> Send(RegistryNode node, HttpMethod method, string path, string from, HttpContent? content = null)
    {
        using var http = new HttpClient { BaseAddress = node.Url };
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        return await http.SendAsync(request);
    }
}
