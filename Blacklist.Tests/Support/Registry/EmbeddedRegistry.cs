using System.Diagnostics;
using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault.Keys;
using Npgsql;

namespace Blacklist.Tests;

/// <summary>
/// The service as a process of its own with its own PostgreSQL, fsync on, as an operator runs it; its clients are registered and signed in.
/// It may be killed and started again: address, data and tokens stay. A neighbour is a second node on the same PostgreSQL.
/// </summary>
internal sealed class EmbeddedRegistry : IAsyncDisposable
{
    private readonly TemporaryDataFolder _folder = new();
    private readonly Dictionary<string, ApiCaller> _callers = [];
    private readonly List<string> _outputs = [];
    private IReadOnlyDictionary<string, string> _secrets = new Dictionary<string, string>();
    private Uri? _url;
    private ServiceProcess _service = null!;
    private TemporaryDataFolder? _neighboursFolder;
    private ServiceProcess? _neighbour;
    private readonly List<ApiCaller> _neighboursCallers = [];

    private EmbeddedRegistry()
    {
    }

    public string Folder => _folder.Path;

    public Story Story => new(As(ApiClientSamples.Officer), As(ApiClientSamples.Approver), As(ApiClientSamples.Clerk));

    public AppealStory Appeals => new(Story, As(ApiClientSamples.AppealsAdministrator), As(ApiClientSamples.Clerk));

    /// <summary>At the neighbour.</summary>
    public Story NeighboursStory { get; private set; } = null!;

    /// <summary>Everything that all its processes wrote to their consoles.</summary>
    public string Output => string.Join('\n', _outputs.Append(_service.Output).Append(_neighbour?.Output));

    public static async Task<EmbeddedRegistry> Start()
    {
        var registry = new EmbeddedRegistry();
        await registry.StartProcess();
        await registry.SignIn();
        return registry;
    }

    public async Task StartNeighbour()
    {
        _neighboursFolder ??= new TemporaryDataFolder();
        var environment = new Dictionary<string, string>(ServiceProcess.On(_neighboursFolder))
        {
            ["ConnectionStrings__Registry"] = ConnectionString(RegistryRoles.App),
            ["ConnectionStrings__RegistryOwner"] = ConnectionString(RegistryRoles.Owner),
            ["Vault__KeyFile"] = Path.Combine(Folder, KeyFile.Name),
        };
        if (_neighbour is not null)
        {
            environment["ASPNETCORE_URLS"] = _neighbour.Url.ToString();
        }

        _neighbour = await ServiceProcess.Start(environment);
        GoToNeighbour();
    }

    /// <summary>Everybody with a new token: one lives for minutes, and a long run outlives it. Nobody may be asking meanwhile.</summary>
    public async Task SignInAgain()
    {
        foreach (var (client, caller) in _callers.ToList())
        {
            caller.Dispose();
            _callers[client] = await ApiCaller.SignIn(_url!, client, _secrets[client]);
        }

        if (_neighbour is not null)
        {
            GoToNeighbour();
        }
    }

    public async Task KillNeighbourAndStartAgain()
    {
        await _neighbour!.Kill9();
        _outputs.Add(_neighbour.Output);
        await StartNeighbour();
    }

    public ApiCaller As(ApiClient client) => _callers[client.Id];

    public async Task StopProcess() => (await _service.Stop()).ShouldBe(0);

    /// <summary>The node dies, its PostgreSQL goes on alone; then a new node starts.</summary>
    public async Task KillNodeAndStartAgain()
    {
        await _service.Kill9();
        await StartProcess();
    }

    /// <summary>Postmaster and children die; the node starts them again by itself.</summary>
    public async Task KillPostgres()
    {
        var dead = PostgresProcess.Postmaster(_folder.Cluster);
        PostgresProcess.Kill9(_folder.Cluster);
        await Poll.Until(async () => PostgresProcess.Postmaster(_folder.Cluster) is { } alive && alive != dead && await _service.IsReady());
    }

    /// <summary>As the server's administrator.</summary>
    public async Task<T> Scalar<T>(string sql)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString(EmbeddedPostgres.Administrator));
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Everything, as a backup holds it; null where the machine has no <c>pg_dump</c>.</summary>
    public async Task<byte[]?> Dump()
    {
        if (Directory.Exists("/usr/lib/postgresql") is false || Directory.EnumerateFiles("/usr/lib/postgresql", "pg_dump", SearchOption.AllDirectories).Max() is not { } program)
        {
            return null;
        }

        var server = new NpgsqlConnectionStringBuilder(ConnectionString(EmbeddedPostgres.Administrator));
        var start = new ProcessStartInfo(program, ["--host", server.Host!, "--port", $"{server.Port}", "--username", server.Username!, "registry"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PGPASSWORD"] = server.Password;
        using var dump = Process.Start(start)!;
        using var text = new MemoryStream();
        await dump.StandardOutput.BaseStream.CopyToAsync(text);
        await dump.WaitForExitAsync();
        dump.ExitCode.ShouldBe(0);
        return text.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in _callers.Values.Concat(_neighboursCallers))
        {
            caller.Dispose();
        }

        if (_neighbour is not null)
        {
            await _neighbour.DisposeAsync();
            _neighboursFolder!.Dispose();
        }

        await _service.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartProcess()
    {
        var environment = ServiceProcess.On(_folder);
        if (_url is not null)
        {
            environment["ASPNETCORE_URLS"] = _url.ToString();
            _outputs.Add(_service.Output);
            await _service.DisposeAsync();
        }

        _service = await ServiceProcess.Start(environment);
        _url = _service.Url;
    }

    private void GoToNeighbour()
    {
        ApiCaller[] there = [.. new[] { Story.Officer, Story.Approver, Story.Clerk }.Select(caller => caller.At(_neighbour!.Url))];
        _neighboursCallers.AddRange(there);
        NeighboursStory = new Story(there[0], there[1], there[2]);
    }

    private async Task SignIn()
    {
        await using var database = RegistryConnections.App(ConnectionString(RegistryRoles.App));
        _secrets = await ApiClientSamples.Register(new ApiClients(database));
        foreach (var client in new[]
        {
            ApiClientSamples.Officer, ApiClientSamples.Approver, ApiClientSamples.Clerk, ApiClientSamples.Partner, ApiClientSamples.AppealsAdministrator, ApiClientSamples.Auditor,
        })
        {
            _callers.Add(client.Id, await ApiCaller.SignIn(_url!, client.Id, _secrets[client.Id]));
        }
    }

    private string ConnectionString(string role) =>
        new EmbeddedPostgres(new EmbeddedPostgresOptions(_folder.Path)).ConnectionString("registry", role);
}
