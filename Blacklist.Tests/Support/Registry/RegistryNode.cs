using System.Collections.Concurrent;
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
/// The composed service in this process, on real HTTP at a port of its own. It wakes on 21 November 2026, and its callers have signed in.
/// Several nodes may work on one database: they share its keys and clients.
/// </summary>
internal sealed class RegistryNode : IAsyncDisposable
{
    /// <summary>16:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Today = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private static readonly DatabaseTemplate Template = new("registry_with_clients", Prepare);

    /// <summary>Databases of the template share its keys: a token is good for all of them, and is used for half of its life.</summary>
    private static readonly TimeSpan Shared = TimeSpan.FromMinutes(5);
    private static readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> Tokens = new(StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, string> secrets = new Dictionary<string, string>();

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
        await node.ComeIn();
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
        await node.SignIn(secrets);
        return node;
    }

    /// <summary>On a server of the test's own; its clients are registered by the way.</summary>
    public static async Task<RegistryNode> Start(string appConnectionString, string ownerConnectionString)
    {
        var node = await Run(appConnectionString, ownerConnectionString);
        await node.SignIn(await ApiClientSamples.Register(node.Service<ApiClients>()));
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
        secrets = await ApiClientSamples.Register(node.Service<ApiClients>());
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

    /// <summary>As <see cref="SignIn"/>, with the tokens of nodes before where they are young.</summary>
    private async Task ComeIn()
    {
        var now = Clock.GetUtcNow();
        foreach (var (client, token) in Tokens.Where(known => known.Value.Until > now))
        {
            callers.Add(client, ApiCaller.With(Url, token.Token));
        }

        await SignIn(secrets.Where(known => !callers.ContainsKey(known.Key)).ToDictionary());
        foreach (var (client, caller) in callers)
        {
            Tokens.AddOrUpdate(client, (caller.Token, now + Shared), (_, known) => known.Until > now ? known : (caller.Token, now + Shared));
        }
    }

    /// <summary>Tokens are believed by the machine's clock, so the node's own is set only after they were issued.</summary>
    private async Task SignIn(IReadOnlyDictionary<string, string> known)
    {
        foreach (var (client, secret) in known)
        {
            callers.Add(client, await ApiCaller.SignIn(Url, client, secret));
        }

        Clock.Now = Today;
    }
}
