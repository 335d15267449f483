using Blacklist.Api;
using Blacklist.Api.Hosting;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Blacklist.Tests;

/// <summary>
/// The composed service in this process, on real HTTP at a port of its own. It wakes on 21 November 2026, and its callers have their tokens.
/// Several nodes may work on one database: they share its keys and clients.
/// </summary>
internal sealed class RegistryNode : IAsyncDisposable
{
    /// <summary>16:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Today = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private static readonly DatabaseTemplate Template = new("registry_with_clients", Prepare);

    private readonly string folder;
    private readonly Dictionary<string, ApiCaller> callers = [];
    private TestDatabase? own;

    private RegistryNode(WebApplication app, string folder, AdjustableClock clock, FailureLog failures) =>
        (App, this.folder, Clock, Failures) = (app, folder, clock, failures);

    public WebApplication App { get; }

    public AdjustableClock Clock { get; }

    public FailureLog Failures { get; }

    public Uri Url => new(App.Urls.Single());

    public Story Story => new(As(ApiClientSamples.Officer), As(ApiClientSamples.Approver), As(ApiClientSamples.Clerk));

    /// <summary>The database of a node that works alone.</summary>
    public TestDatabase Database => own ?? throw new InvalidOperationException("The node works on a database of others.");

    /// <summary>Migrated, with read models, rules and clients.</summary>
    public static Task<TestDatabase> CreateDatabase() => PrivateCluster.CreateDatabase(Template);

    /// <summary>Alone, on a database that goes with it.</summary>
    public static async Task<RegistryNode> Start()
    {
        var database = await CreateDatabase();
        var node = await Start(database);
        node.own = database;
        return node;
    }

    public static async Task<RegistryNode> Start(TestDatabase database)
    {
        var node = await Run(database.AppConnectionString, database.OwnerConnectionString);
        node.SignIn();
        return node;
    }

    /// <summary>Under the limits that callers have, or those given; alone.</summary>
    public static async Task<RegistryNode> StartLimited()
    {
        var database = await CreateDatabase();
        var node = await StartLimited(database);
        node.own = database;
        return node;
    }

    public static Task<RegistryNode> StartLimited(TestDatabase database, params (string Key, string? Value)[] settings) =>
        StartWith(database, [("Limits:Enabled", "true"), .. settings]);

    public static async Task<RegistryNode> StartWith(TestDatabase database, params (string Key, string? Value)[] settings)
    {
        var node = await Run(database.AppConnectionString, database.OwnerConnectionString, settings);
        node.SignIn();
        return node;
    }

    /// <summary>On a server of the test's own; its clients are registered by the way.</summary>
    public static async Task<RegistryNode> Start(string appConnectionString, string ownerConnectionString)
    {
        var node = await Run(appConnectionString, ownerConnectionString);
        await ApiClientSamples.Register(node.Service<ApiClients>());
        node.SignIn();
        return node;
    }

    public ApiCaller As(ApiClient client) => callers[client.Id];

    public T Service<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in callers.Values)
        {
            caller.Dispose();
        }

        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    private static async Task Prepare(NpgsqlDataSource owner)
    {
        var app = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = RegistryRoles.App };
        await using var node = await Run(app.ConnectionString, owner.ConnectionString);
        await ApiClientSamples.Register(node.Service<ApiClients>());
    }

    private static async Task<RegistryNode> Run(string appConnectionString, string ownerConnectionString, params (string Key, string? Value)[] settings)
    {
        var dataFolder = Directory.CreateTempSubdirectory("blacklist-node-").FullName;
        var clock = new AdjustableClock();
        var failures = new FailureLog();
        var app = await RegistryApp.Build([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders().AddProvider(failures);
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Registry:DataFolder"] = dataFolder,
                ["ConnectionStrings:Registry"] = appConnectionString,
                ["ConnectionStrings:RegistryOwner"] = ownerConnectionString,
                ["Vault:Keys"] = VaultSamples.Keys(seed: 1).ToJson(),
                // A story's facts are those of its callers; what the registry does by itself has tests of its own.
                ["Jobs:Enabled"] = "false",
                // The tests' persons have one birthday, and their callers no patience.
                ["Limits:Enabled"] = "false",
            });
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        });
        await app.StartAsync();
        return new RegistryNode(app, dataFolder, clock, failures);
    }

    /// <summary>Tokens are believed by the machine's clock, so the node's own is set only after they were issued.</summary>
    private void SignIn()
    {
        foreach (var client in ApiClientSamples.All)
        {
            callers.Add(client.Id, ApiCaller.With(Url, Service<TokenIssuer>().Issue(client).AccessToken));
        }

        Clock.Now = Today;
    }
}
