using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Npgsql;

namespace Blacklist.Api.Projections;

/// <summary>
/// One rebuild: tables beside the live ones, filled from the log while appends go on; compared with the live ones at one position;
/// then, with appends held for a moment, brought to the head and put in their place.
/// </summary>
/// <param name="connection">The owner's, with search_path <see cref="Schema"/>, holding the turn to build.</param>
internal sealed class ProjectionRebuild(
    NpgsqlConnection connection, EventTypes types, InlineProjections inline, InstalledReadModels installed)
{
    public const string Schema = "read_model_rebuild";

    private const int TriesToSwitch = 120;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly RebuildDatabase database = new(connection);

    public async Task<IReadOnlyList<RebuildReport>> Run(IReadOnlyList<Projection> projections)
    {
        var tables = await CreateTables(projections);
        var replay = new LogReplay(connection, types, projections);
        await replay.Begin();
        await replay.UpTo(await database.Position());
        var before = await LiveDigests(projections);
        await replay.UpTo(before.Position);
        var reports = new List<RebuildReport>();
        foreach (var (projection, table) in tables.SelectMany(made => made.Value.Select(table => (made.Key, table))))
        {
            reports.Add(new RebuildReport(
                projection.Name, table, before.Digests.GetValueOrDefault(table), await database.Digest(Schema, table)));
        }

        await Switch(replay, tables);
        return reports;
    }

    private async Task<Dictionary<Projection, string[]>> CreateTables(IReadOnlyList<Projection> projections)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await database.Run($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
        await database.Run($"CREATE SCHEMA {Schema}");
        var tables = new Dictionary<Projection, string[]>();
        foreach (var projection in projections)
        {
            await database.Run(projection.Schema);
            tables.Add(projection, [.. (await database.TablesIn(Schema)).Except(tables.Values.SelectMany(known => known))]);
        }

        await database.Run($"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schema} TO {RegistryRoles.App}");
        await database.RaiseWalls(Schema);
        await transaction.CommitAsync();
        return tables;
    }

    /// <summary>The live rows and their position, both in one snapshot: appends are not held for it.</summary>
    private async Task<(long Position, Dictionary<string, TableDigest> Digests)> LiveDigests(IReadOnlyList<Projection> projections)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var position = await database.Position();
        var digests = new Dictionary<string, TableDigest>();
        foreach (var projection in projections.Where(installed.Has))
        {
            foreach (var table in installed.All.Single(known => known.Name == projection.Name).Tables)
            {
                digests.Add(table, await database.Digest("read_model", table));
            }
        }

        await transaction.CommitAsync();
        return (position, digests);
    }

    private async Task Switch(LogReplay replay, Dictionary<Projection, string[]> tables)
    {
        for (var attempt = 1; ; attempt++)
        {
            await replay.UpTo(await database.Position());
            try
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await SwitchInside(replay, tables);
                await transaction.CommitAsync();
                return;
            }
            catch (PostgresException refused) when (attempt < TriesToSwitch
                && refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                // A long reader holds a live table. Appends must not queue behind it: step back, let them through, try again.
                replay.Forget();
                await Task.Delay(Pause);
            }
        }
    }

    private async Task SwitchInside(LogReplay replay, Dictionary<Projection, string[]> tables)
    {
        await database.Run("SET LOCAL lock_timeout = '250ms'");
        await database.Run("SELECT FROM registry.log_position FOR UPDATE");
        await replay.UpToInside(await database.Position());
        var names = tables.Keys.Select(made => made.Name).ToHashSet();
        var current = inline.All.Select(made => made.Name).ToHashSet();
        foreach (var old in installed.All.Where(known => names.Contains(known.Name) || !current.Contains(known.Name)))
        {
            await database.Drop(old);
        }

        foreach (var (projection, made) in tables)
        {
            await database.PutInPlace(projection, made);
        }

        await replay.End();
        await database.Run("UPDATE registry.log_position SET read_models = $1", inline.Digest);
        await database.Run($"DROP SCHEMA {Schema}");
    }
}
