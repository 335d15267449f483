using System.Collections.Concurrent;
using System.Globalization;
using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;
using Npgsql;

namespace Blacklist.Tests;

/// <summary>
/// One throw-away PostgreSQL for the whole test run, started by the first test that needs it, with a database of its own for whoever asks:
/// <c>await PrivateCluster.CreateDatabase(template)</c>. <see cref="TestRun"/> stops it.
/// </summary>
internal static class PrivateCluster
{
    private const string FolderPrefix = "blacklist-tests-";

    private static readonly Lazy<Task<EmbeddedPostgres>> Postgres = new(Start);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Roles = new(1);
    private static int databases;

    private static string Folder { get; } = Path.Combine(Path.GetTempPath(), FolderPrefix + Environment.ProcessId);

    /// <summary>A new database as the template's preparation left it, in about 0.1 s.</summary>
    public static async Task<TestDatabase> CreateDatabase(DatabaseTemplate template)
    {
        var postgres = await Postgres.Value;
        var name = "test_" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await Templates.GetOrAdd(template.Name, _ => new Lazy<Task>(() => Prepare(postgres, template))).Value;
        await Execute(postgres, $"CREATE DATABASE {name} TEMPLATE {template.Name} OWNER {RegistryRoles.Owner}");
        return new TestDatabase(postgres, name);
    }

    public static Task DropDatabase(EmbeddedPostgres postgres, string name) => Execute(postgres, $"DROP DATABASE {name} WITH (FORCE)");

    public static async Task Stop()
    {
        if (Postgres is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Postgres.Value).DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static async Task<EmbeddedPostgres> Start()
    {
        await PostgresProcess.ClearLeftBehind(FolderPrefix);
        return await EmbeddedPostgres.Start(new EmbeddedPostgresOptions(Folder)
        {
            // As the service is told: the whole run on another PostgreSQL.
            BinariesFolder = Environment.GetEnvironmentVariable("Registry__PostgresBinaries"),
            Durable = false,
            Settings = new Dictionary<string, string> { ["max_connections"] = "400" },
        });
    }

    private static async Task Prepare(EmbeddedPostgres postgres, DatabaseTemplate template)
    {
        await Roles.WaitAsync(); // the roles are the server's, not the template's: one at a time finds or makes them
        try
        {
            await RegistryRoles.Create(postgres, template.Name);
        }
        finally
        {
            Roles.Release();
        }

        await using var owner = RegistryConnections.Owner(postgres.ConnectionString(template.Name, RegistryRoles.Owner));
        await template.Prepare(owner);
    }

    private static async Task Execute(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString("postgres", EmbeddedPostgres.Administrator));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <param name="Name">Lower-case SQL name; two templates of one name are the same.</param>
/// <param name="Prepare">Runs once a test run, as the owner: migrations, reference data.</param>
internal sealed record DatabaseTemplate(string Name, Func<NpgsqlDataSource, Task> Prepare);
