using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;
using Npgsql;

namespace Blacklist.Tests.Benchmarks.Registers;

/// <summary>The one PostgreSQL of a run, as the service has it, with fsync, full_page_writes and synchronous_commit on; a database for each use.</summary>
internal sealed class DurableServer : IAsyncDisposable
{
    private readonly EmbeddedPostgres postgres;

    private DurableServer(EmbeddedPostgres postgres, string folder) => (this.postgres, Folder) = (postgres, folder);

    /// <summary>Kept between runs, so that large registers need to be loaded only once: <c>.data/benchmarks</c>, which git ignores.</summary>
    public static string KeptFolder { get; } =
        Environment.GetEnvironmentVariable("BENCHMARK_DATA") ?? Path.Combine(Repository.Root, ".data", "benchmarks");

    public string Folder { get; }

    public static async Task<DurableServer> Start() =>
        new(await EmbeddedPostgres.Start(new EmbeddedPostgresOptions(KeptFolder)), KeptFolder);

    public string OwnerOf(string database) => postgres.ConnectionString(database, RegistryRoles.Owner);

    public string AppOf(string database) => postgres.ConnectionString(database, RegistryRoles.App);

    /// <summary>Empty, whatever was there before.</summary>
    public async Task Create(string database)
    {
        await Drop(database);
        await RegistryRoles.Create(postgres, database);
    }

    /// <summary>Empty, with the service's own tables.</summary>
    public async Task CreateMigrated(string database)
    {
        await Create(database);
        await using var owner = RegistryConnections.Owner(OwnerOf(database));
        await SchemaMigrations.Apply(owner, SchemaMigrations.Folder);
    }

    /// <summary>Nobody may be connected to <paramref name="from"/>.</summary>
    public async Task Copy(string from, string to)
    {
        await Drop(to);
        await Execute($"CREATE DATABASE {to} TEMPLATE {from} OWNER {RegistryRoles.Owner} STRATEGY file_copy");
    }

    public Task Rename(string from, string to) => Execute($"ALTER DATABASE {from} RENAME TO {to}");

    /// <summary>Whether the disk would hold a copy, with a tenth to spare.</summary>
    public async Task<bool> HasRoomForAnother(string database)
    {
        await using var source = Administrator();
        await using var command = source.CreateCommand($"SELECT pg_database_size('{database}')");
        return new DriveInfo(Folder).AvailableFreeSpace > (long)(await command.ExecuteScalarAsync())! * 1.1;
    }

    public Task Drop(string database) => Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    public async Task<IReadOnlyList<string>> Databases()
    {
        await using var source = Administrator();
        await using var command = source.CreateCommand("SELECT datname::text FROM pg_database");
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>Writes what is to be written now, so that it falls into nobody's time.</summary>
    public Task Checkpoint() => Execute("CHECKPOINT");

    /// <summary>CPU time of all its processes.</summary>
    public TimeSpan Cpu() => PostgresProcess.Postmaster(postgres.ClusterFolder) is { } postmaster ? Machine.CpuOfFamily(postmaster) : TimeSpan.Zero;

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private NpgsqlDataSource Administrator() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres", EmbeddedPostgres.Administrator)) { Pooling = false, CommandTimeout = 0 });

    private async Task Execute(string sql)
    {
        await using var source = Administrator();
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
