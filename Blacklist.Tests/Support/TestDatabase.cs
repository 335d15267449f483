using Blacklist.Api.Hosting;
using Blacklist.Api.Hosting.Embedded;
using Npgsql;

namespace Blacklist.Tests;

/// <summary>A database on the <see cref="PrivateCluster"/>, dropped when disposed; its connections have the settings of the service's own.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres postgres;
    private readonly Lazy<NpgsqlDataSource> owner;
    private readonly Lazy<NpgsqlDataSource> app;

    public TestDatabase(EmbeddedPostgres postgres, string name)
    {
        (this.postgres, Name) = (postgres, name);
        owner = new(() => RegistryConnections.Owner(OwnerConnectionString));
        app = new(() => RegistryConnections.App(AppConnectionString));
    }

    public string Name { get; }

    public NpgsqlDataSource Owner => owner.Value;

    public NpgsqlDataSource App => app.Value;

    public string OwnerConnectionString => postgres.ConnectionString(Name, RegistryRoles.Owner);

    /// <summary>For <c>ConnectionStrings:Registry</c>; beside it goes <see cref="OwnerConnectionString"/> as <c>ConnectionStrings:RegistryOwner</c>.</summary>
    public string AppConnectionString => postgres.ConnectionString(Name, RegistryRoles.App);

    public async ValueTask DisposeAsync()
    {
        if (owner.IsValueCreated)
        {
            await owner.Value.DisposeAsync();
        }

        if (app.IsValueCreated)
        {
            await app.Value.DisposeAsync();
        }

        await PrivateCluster.DropDatabase(postgres, Name);
    }
}
