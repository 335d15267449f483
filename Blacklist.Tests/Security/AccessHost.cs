using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Regions;
using Blacklist.Tests.Http;
using Blacklist.Tests.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Blacklist.Tests.Security;

/// <summary>Access alone, over real HTTP on a real database, with endpoints that know no business.</summary>
public class AccessHost : IAsyncLifetime
{
    internal static readonly ApiClient Clerk = new(
        "clerk-150600", "鄂尔多斯登记窗口", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], ["registration", "change"]);

    internal TestDatabase Database { get; private set; } = null!;

    internal IdentityVault Vault { get; private set; } = null!;

    internal RecordedLog Log { get; } = new();

    internal WebApplication App { get; private set; } = null!;

    internal string Secret { get; private set; } = null!;

    internal ApiClients Clients => App.Services.GetRequiredService<ApiClients>();

    internal SigningKeys Keys => App.Services.GetRequiredService<SigningKeys>();

    public HttpClient Client { get; private set; } = null!;

    internal virtual Dictionary<string, string?> Settings => [];

    public virtual async Task InitializeAsync()
    {
        Database = await VaultDatabase.Create();
        Vault = await Database.OpenVault();
        App = await Start();
        Secret = (await Clients.Register(Clerk)).Value!;
        Client = new HttpClient { BaseAddress = new Uri(App.Urls.Single()) };
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    public async Task<string> Token() => (string)(await Ask($"grant_type=client_credentials&client_id={Clerk.Id}&client_secret={Secret}"))["access_token"]!;

    public Task<HttpResponseMessage> Get(string path, string? token) => Send(HttpMethod.Get, path, token is null ? null : "Bearer " + token);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? authorization)
    {
        using var request = new HttpRequestMessage(method, path);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        return await Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostForm(string form, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new StringContent(form) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        return await Client.SendAsync(request);
    }

    private async Task<JsonNode> Ask(string form)
    {
        using var response = await PostForm(form);
        response.EnsureSuccessStatusCode();
        return await response.Json();
    }

    /// <summary>Further endpoints of a host that needs them.</summary>
    internal virtual void Map(WebApplication app)
    {
    }

    /// <summary>For hosts that move the clock.</summary>
    internal virtual void Adjust(IServiceCollection services)
    {
    }

    private async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Limits:Enabled"] = "false" });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter<RecordedLog>(null, LogLevel.Trace);
        builder.Services.AddHttpEdge(exceptions => exceptions.Map<IssuerUnavailableException>(Problems.Unavailable()));
        builder.Services.AddOpenApiDocument();
        builder.Services.AddSingleton(new RegionSuccession([]));
        Adjust(builder.Services);
        await builder.Services.AddAccess(builder.Configuration, Database.App, Vault, "registration", "change");
        var app = builder.Build();
        app.UseHttpEdge();
        app.UseOpenApiPages();
        app.UseAccess();
        app.MapAccess();
        app.MapGet("/who", (Caller caller) => caller).Requires(Permission.AskChecks, Reach.Everywhere);
        app.MapGet("/covers/{region}", (Caller caller, string region) => caller.Covers(RegionCode.Parse(region).Value!)).Requires(Permission.AskChecks, Reach.Everywhere);
        app.MapGet("/audit", () => "audit").Requires(Permission.ReadAudit, Reach.Everywhere);
        app.MapGet("/open", () => "open").IsPublic("It shows nothing.");
        app.MapGet("/forgotten", () => "forgotten");
        Map(app);
        await app.StartAsync();
        return app;
    }
}
