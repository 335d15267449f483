using Blacklist.Api;
using Blacklist.Api.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Blacklist.Tests.Demo;

/// <summary>The service on a database of its own, filled with the demo's data.</summary>
public sealed class DemoRegistry : IAsyncLifetime, IDisposable
{
    private static readonly DatabaseTemplate Empty = new("empty", _ => Task.CompletedTask);

    private readonly TemporaryDataFolder _folder = new();
    private TestDatabase? _database;
    private WebApplication? _app;
    private IReadOnlyDictionary<string, string> _secrets = new Dictionary<string, string>();

    internal TestDatabase Database => _database!;

    internal IServiceProvider Services => _app!.Services;

    internal string Summary { get; private set; } = "";

    internal string ClientsFile => Path.Combine(_folder.Path, "demo-clients.json");

    internal IEnumerable<string> Clients => _secrets.Keys;

    internal Uri Url => new(_app!.Urls.Single());

    public async Task InitializeAsync()
    {
        _database = await CreateDatabase();
        _app = await Build(_database, _folder);
        Summary = await Fill();
        _secrets = await DemoCommand.Clients(_app.Services).Prepare();
        await _app.StartAsync();
        await DemoCommand.AddExamples(_app.Services);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    internal static Task<TestDatabase> CreateDatabase() => PrivateCluster.CreateDatabase(Empty);

    internal static Task<WebApplication> Build(TestDatabase database, TemporaryDataFolder folder) => RegistryApp.Build([], builder =>
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Registry"] = database.AppConnectionString,
            ["ConnectionStrings:RegistryOwner"] = database.OwnerConnectionString,
            ["Registry:DataFolder"] = folder.Path,
            ["Limits:Enabled"] = "false",
        });
    });

    internal async Task<string> Fill()
    {
        await using var output = new StringWriter();
        await DemoCommand.Fill(Services, output);
        return output.ToString();
    }

    internal Task<ApiCaller> SignIn(string client) => ApiCaller.SignIn(Url, client, _secrets[client]);
}
