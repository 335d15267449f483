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

    private const int TriesToSwitch = 50;

    public async Task<IReadOnlyList<RebuildReport>> Run(IReadOnlyList<Projection> projections)
    {
        var tables = await CreateTables(projections);
        var replay = new LogReplay(connection, types, projections);
        await replay.Begin();
        await replay.UpTo(await Position());
        var before = await LiveDigests(projections);
        await replay.UpTo(before.Position);
        var reports = new List<RebuildReport>();
        foreach (var (projection, table) in tables.SelectMany(made => made.Value.Select(table => (made.Key, table))))
        {
            reports.Add(new RebuildReport(
                projection.Name, table, before.Digests.GetValueOrDefault(table), await Digest(Schema, table)));
        }

        await Switch(replay, tables);
        return reports;
    }

    private async Task<Dictionary<Projection, string[]>> CreateTables(IReadOnlyList<Projection> projections)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Run($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
        await Run($"CREATE SCHEMA {Schema}");
        var tables = new Dictionary<Projection, string[]>();
        foreach (var projection in projections)
        {
            await Run(projection.Schema);
            tables.Add(projection, [.. (await Tables()).Except(tables.Values.SelectMany(known => known))]);
        }

        await Run($"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schema} TO {RegistryRoles.App}");
        await transaction.CommitAsync();
        return tables;
    }

    /// <summary>The live rows and their position, both in one snapshot: appends are not held for it.</summary>
    private async Task<(long Position, Dictionary<string, TableDigest> Digests)> LiveDigests(IReadOnlyList<Projection> projections)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var position = await Position();
        var digests = new Dictionary<string, TableDigest>();
        foreach (var projection in projections.Where(installed.Has))
        {
            foreach (var table in installed.All.Single(known => known.Name == projection.Name).Tables)
            {
                digests.Add(table, await Digest("read_model", table));
            }
        }

        await transaction.CommitAsync();
        return (position, digests);
    }

    private async Task Switch(LogReplay replay, Dictionary<Projection, string[]> tables)
    {
        for (var attempt = 1; ; attempt++)
        {
            await replay.UpTo(await Position());
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
            }
        }
    }

    private async Task SwitchInside(LogReplay replay, Dictionary<Projection, string[]> tables)
    {
        await Run("SET LOCAL lock_timeout = '1s'");
        await Run("SELECT FROM registry.log_position FOR UPDATE");
        await replay.UpToInside(await Position());
        var names = tables.Keys.Select(made => made.Name).ToHashSet();
        var current = inline.All.Select(made => made.Name).ToHashSet();
        foreach (var old in installed.All.Where(known => names.Contains(known.Name) || !current.Contains(known.Name)))
        {
            foreach (var table in old.Tables)
            {
                await Run($"DROP TABLE IF EXISTS read_model.{Quoted(table)}");
            }

            await Run("DELETE FROM registry.read_models WHERE name = $1", old.Name);
        }

        foreach (var (projection, made) in tables)
        {
            foreach (var table in made)
            {
                await Run($"ALTER TABLE {Quoted(table)} SET SCHEMA read_model");
            }

            await Run("INSERT INTO registry.read_models (name, digest, tables) VALUES ($1, $2, $3)", projection.Name, projection.Digest, made);
        }

        await replay.End();
        await Run("UPDATE registry.log_position SET read_models = $1", inline.Digest);
        await Run($"DROP SCHEMA {Schema}");
    }

    private async Task<string[]> Tables()
    {
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(array_agg(relname::text ORDER BY oid), '{}') FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'",
            connection)
        {
            Parameters = { new() { Value = Schema } },
        };
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> Position()
    {
        await using var command = new NpgsqlCommand("SELECT position FROM registry.log_position", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<TableDigest> Digest(string schema, string table)
    {
        await using var command = new NpgsqlCommand("SELECT rows, digest FROM registry.table_digest(format('%I.%I', $1, $2)::regclass)", connection)
        {
            Parameters = { new() { Value = schema }, new() { Value = table } },
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new TableDigest(reader.GetInt64(0), reader.GetString(1));
    }

    private async Task Run(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
