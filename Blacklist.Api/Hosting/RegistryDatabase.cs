using Blacklist.Api.Hosting.Embedded;
using Npgsql;

namespace Blacklist.Api.Hosting;

/// <summary>The registry's database: the server of <c>ConnectionStrings:Registry</c>, or a private one in the data folder.</summary>
internal sealed class RegistryDatabase : IAsyncDisposable
{
    private const string EmbeddedName = "registry";

    private readonly DataFolder folder;
    private readonly bool startedElsewhere;
    private InstanceLock? instance;

    /// <param name="beside">Uses the private server of an instance that holds the folder, instead of refusing.</param>
    public RegistryDatabase(IConfiguration configuration, DataFolder folder, bool beside = false)
    {
        this.folder = folder;
        if (configuration.GetConnectionString("Registry") is { Length: > 0 } service)
        {
            App = DatabaseServer.Read("Registry", service, RegistryConnections.App);
            Answers = RegistryConnections.Answers(service);
            Owner = configuration.GetConnectionString("RegistryOwner") is { Length: > 0 } owner
                ? DatabaseServer.Read("RegistryOwner", owner, RegistryConnections.Owner)
                : RegistryConnections.Owner(service);
        }
        else
        {
            startedElsewhere = beside && InstanceLock.IsTaken(folder);
            Embedded = new EmbeddedPostgres(new EmbeddedPostgresOptions(folder.Path)
            {
                StartedElsewhere = startedElsewhere,
                BinariesFolder = configuration["Registry:PostgresBinaries"],
                IgnoreInstalled = configuration.GetValue("Registry:IgnoreInstalledPostgres", defaultValue: false),
            });
            App = RegistryConnections.App(Embedded.ConnectionString(EmbeddedName, RegistryRoles.App));
            Answers = RegistryConnections.Answers(Embedded.ConnectionString(EmbeddedName, RegistryRoles.App));
            Owner = RegistryConnections.Owner(Embedded.ConnectionString(EmbeddedName, RegistryRoles.Owner));
        }
    }

    /// <summary>What the service works with: it appends, reads and projects, and cannot change an event.</summary>
    public NpgsqlDataSource App { get; }

    /// <inheritdoc cref="RegistryConnections.Answers"/>
    public NpgsqlDataSource Answers { get; }

    /// <summary>For migrations only.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Null when a site's own server is used.</summary>
    public EmbeddedPostgres? Embedded { get; }

    /// <summary>Where the data is, for the person who started the service.</summary>
    public string Place => Embedded is null ? DatabaseServer.Name(App) : $"{folder.Path} (its own PostgreSQL)";

    /// <summary>After it the database answers; it may still be empty.</summary>
    public async Task Start()
    {
        if (Embedded is not null && !startedElsewhere)
        {
            instance = InstanceLock.Take(folder);
            await Embedded.Start();
            await RegistryRoles.Create(Embedded, EmbeddedName);
        }

        await DatabaseServer.Check(Owner);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Answers.DisposeAsync();
        await Owner.DisposeAsync();
        if (instance is not null)
        {
            await Embedded!.DisposeAsync();
            instance.Dispose();
        }
    }
}
