using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;
using Npgsql;

namespace Blacklist.Tests.Benchmarks;

/// <summary>A private PostgreSQL as the service has it, with fsync, full_page_writes and synchronous_commit on, and a migrated database.</summary>
internal sealed class DurableDatabase : IAsyncDisposable
{
    private const string Name = "registry";

    private readonly EmbeddedPostgres postgres;
    private readonly string folder;

    private DurableDatabase(EmbeddedPostgres postgres, string folder)
    {
        (this.postgres, this.folder) = (postgres, folder);
        Owner = NpgsqlDataSource.Create(OwnerConnectionString);
        App = RegistryConnections.App(postgres.ConnectionString(Name, RegistryRoles.App));
    }

    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource App { get; }

    public string OwnerConnectionString => postgres.ConnectionString(Name, RegistryRoles.Owner);

    public static async Task<DurableDatabase> Start()
    {
        var place = Directory.CreateTempSubdirectory("blacklist-benchmark-").FullName;
        var server = await EmbeddedPostgres.Start(new EmbeddedPostgresOptions(place));
        await RegistryRoles.Create(server, Name);
        var database = new DurableDatabase(server, place);
        await SchemaMigrations.Apply(database.Owner, SchemaMigrations.Folder);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await App.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
