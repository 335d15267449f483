using Blacklist.Api.EventLog;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Projections;

/// <summary>
/// Applies the log to projections' tables from the beginning. Rows and checkpoint (<c>mt_event_progression</c>) move in one transaction,
/// and the checkpoint only from where this replay left it.
/// </summary>
internal sealed class LogReplay(NpgsqlConnection connection, EventTypes types, IReadOnlyList<Projection> projections)
{
    private const int BatchSize = 2_000;

    private readonly InlineProjections plan = new(projections);
    private readonly string[] names = [.. projections.Select(projection => projection.Name)];
    private readonly string[] checkpoints = [.. projections.Select(projection => projection.Name + ":rebuild")];
    private long applied;
    private long committed;

    public async Task Begin()
    {
        await Run("DELETE FROM registry.mt_event_progression WHERE name = ANY ($1)", checkpoints);
        await Run("INSERT INTO registry.mt_event_progression (name, last_seq_id) SELECT unnest($1), 0", checkpoints);
    }

    /// <summary>Up to exactly this position, in transactions of its own.</summary>
    public async Task UpTo(long position)
    {
        while (applied < position && projections.Count > 0)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await Step(position);
            await transaction.CommitAsync();
            committed = applied;
        }
    }

    /// <summary>The same within the caller's transaction.</summary>
    public async Task UpToInside(long position)
    {
        while (applied < position && projections.Count > 0)
        {
            await Step(position);
        }
    }

    /// <summary>The caller's transaction was undone.</summary>
    public void Forget() => applied = committed;

    /// <summary>From here on every append keeps the rows up; the checkpoint says since when.</summary>
    public async Task End()
    {
        await Run("DELETE FROM registry.mt_event_progression WHERE name = ANY ($1)", names);
        await Run(
            "UPDATE registry.mt_event_progression SET name = left(name, -length(':rebuild')), last_updated = now() WHERE name = ANY ($1)",
            checkpoints);
    }

    private async Task Step(long position)
    {
        var events = await Next(position);
        await using (var batch = new NpgsqlBatch(connection) { Timeout = 0 })
        {
            foreach (var (statement, rows) in plan.Plan(events.Select(at => new ProjectedEvent(at.Id, at.StreamId, at.Version, at.Data, at.By))))
            {
                batch.BatchCommands.Add(statement.For(rows));
            }

            if (batch.BatchCommands.Count > 0)
            {
                await batch.ExecuteNonQueryAsync();
            }
        }

        await MoveCheckpoint(applied, events[^1].Position);
        applied = events[^1].Position;
    }

    private async Task<IReadOnlyList<EventEnvelope>> Next(long position)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT id, stream_id, version, seq_id, type, data, timestamp, user_name FROM registry.mt_events
             WHERE seq_id > $1 AND seq_id <= $2 ORDER BY seq_id LIMIT $3
            """,
            connection)
        {
            Parameters = { new() { Value = applied }, new() { Value = position }, new() { Value = BatchSize } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        return await types.ReadAll(reader);
    }

    private async Task MoveCheckpoint(long from, long to)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE registry.mt_event_progression SET last_seq_id = $3, last_updated = now()
             WHERE name = ANY ($1) AND last_seq_id = $2
            """,
            connection)
        {
            Parameters = { new() { Value = checkpoints }, new() { Value = from }, new() { Value = to } },
        };
        if (await command.ExecuteNonQueryAsync() != checkpoints.Length)
        {
            throw new InvalidOperationException("Somebody else moved the rebuild's checkpoint; this rebuild ends.");
        }
    }

    private async Task Run(string sql, string[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar } },
        };
        await command.ExecuteNonQueryAsync();
    }
}
