using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Projections;
using Blacklist.Api.Vault;

namespace Blacklist.Api.Hosting;

/// <summary>A registry that is ready to work: database up and migrated, read models those of the code, vault open, log at hand.</summary>
internal sealed record OpenRegistry(
    DataFolder Folder, RegistryDatabase Database, IdentityVault Vault, EventTypes Types, InlineProjections Projections, EventStore Log) : IAsyncDisposable
{
    public ReadModels ReadModels => new(Database.Owner, Types, Projections);

    /// <param name="beside">Another instance may hold the data folder: then its server is used and left running.</param>
    /// <exception cref="StartProblem">What the person who starts it can put right.</exception>
    public static async Task<OpenRegistry> Open(IConfiguration configuration, IReadOnlyList<Projection> projections, ILogger log, bool beside = false)
    {
        var folder = DataFolder.Open(configuration);
        var database = new RegistryDatabase(configuration, folder, beside);
        try
        {
            await database.Start();
            await SchemaMigrations.Apply(database.Owner, SchemaMigrations.Folder);
            var types = EventTypes.OfTheDomain();
            var inline = new InlineProjections(projections);
            await new ReadModels(database.Owner, types, inline).Install();
            var vault = await VaultOpening.Open(database.App, VaultOptions.From(configuration, folder.Path), TimeProvider.System, log);
            return new OpenRegistry(folder, database, vault, types, inline, new EventStore(database.App, types, inline));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await Database.DisposeAsync();
    }
}
