using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Schema;
using Blacklist.Api.Hosting;
using Npgsql;

namespace Blacklist.Api.Projections;

/// <summary>Keeps the database's read models those of the code.</summary>
internal sealed class ReadModels(NpgsqlDataSource owner, EventTypes types, InlineProjections projections)
{
    /// <summary>At start: builds what is missing or defined differently by now, drops what the code no longer has.</summary>
    public async Task Install()
    {
        await using var connection = await Connect();
        await using var turn = await DatabaseLock.Take(connection, DatabaseLock.ReadModels);
        var installed = await InstalledReadModels.Read(connection);
        var stale = projections.All.Where(made => !installed.Has(made)).ToList();
        if (stale.Count > 0 || installed.Digest != projections.Digest)
        {
            await new ProjectionRebuild(connection, types, projections, installed).Run(stale);
        }
    }

    /// <summary>Makes every read model anew from the log, beside the live ones and while they are written, and then puts the new in their place.</summary>
    /// <exception cref="ReadModelsReplacedException">Those that are there are of another version of the program, which works with them.</exception>
    public async Task<IReadOnlyList<RebuildReport>> Rebuild()
    {
        await using var connection = await Connect();
        await using var turn = await DatabaseLock.Take(connection, DatabaseLock.ReadModels);
        var installed = await InstalledReadModels.Read(connection);
        if (installed.Digest != projections.Digest)
        {
            throw new ReadModelsReplacedException();
        }

        return await new ProjectionRebuild(connection, types, projections, installed).Run(projections.All);
    }

    private async Task<NpgsqlConnection> Connect()
    {
        var connection = await owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"SET ROLE {RegistryRoles.Owner}; SET search_path = {ProjectionRebuild.Schema}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
