using Blacklist.Api.EventLog.Appending;
using Blacklist.Api.Projections;
using Npgsql;

namespace Blacklist.Api.EventLog;

/// <summary>The event log: facts in one gapless order, appended atomically on an expected version, read by stream or by position.</summary>
internal sealed class EventStore : IAsyncDisposable
{
    private const string Columns = "id, stream_id, version, seq_id, type, data, timestamp, user_name";

    private readonly NpgsqlDataSource source;
    private readonly EventTypes types;
    private readonly AppendTransaction transaction;
    private readonly AppendLane lane;

    /// <param name="source">Connections of the service's role, with search_path <c>read_model</c>.</param>
    public EventStore(NpgsqlDataSource source, EventTypes types, InlineProjections projections, AppendLimits? limits = null)
    {
        (this.source, this.types) = (source, types);
        limits ??= new AppendLimits();
        transaction = new AppendTransaction(source, projections, limits);
        lane = new AppendLane(new GroupCommit(transaction, limits).Write, limits);
    }

    /// <summary>
    /// Stores all of the request or nothing. It takes no cancellation token: what was sent may be stored, whoever stopped waiting.
    /// </summary>
    /// <exception cref="LogOverloadedException">Nothing was stored.</exception>
    /// <exception cref="OutcomeUnknownException">It may be stored; repeat with the same Idempotency-Key.</exception>
    public Task<AppendResult> Append(AppendRequest request) => lane.Append(new PendingAppend(request, types));

    public async Task<EventStream> Load(Guid streamId)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM registry.mt_events WHERE stream_id = $1 ORDER BY version");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
        var events = await Read(command);
        return new EventStream(streamId, events.Count == 0 ? 0 : events[^1].Version, events);
    }

    /// <summary>A stream with its newest event alone, where that one says all; its version is the stream's.</summary>
    public async Task<EventStream> LoadNewest(Guid streamId)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM registry.mt_events WHERE stream_id = $1 ORDER BY version DESC LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
        var events = await Read(command);
        return new EventStream(streamId, events.Count == 0 ? 0 : events[0].Version, events);
    }

    /// <summary>Number of the stream's events; 0 when there is no such stream.</summary>
    public async Task<long> VersionOf(Guid streamId)
    {
        await using var command = source.CreateCommand("SELECT version FROM registry.mt_streams WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
        return (long?)await command.ExecuteScalarAsync() ?? 0;
    }

    /// <summary>Several streams at once; one that does not exist is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, EventStream>> Load(IReadOnlyCollection<Guid> streamIds)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM registry.mt_events WHERE stream_id = ANY ($1) ORDER BY stream_id, version");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. streamIds] });
        return (await Read(command)).GroupBy(recorded => recorded.StreamId)
            .ToDictionary(stream => stream.Key, stream => new EventStream(stream.Key, stream.Last().Version, [.. stream]));
    }

    /// <summary>Position of the last event recorded at or before an instant: 0 when it is before the first; null when it has not come yet.</summary>
    public async Task<long?> PositionAt(DateTimeOffset instant)
    {
        await using var command = source.CreateCommand("SELECT registry.position_at($1)");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = instant.ToUniversalTime() });
        return await command.ExecuteScalarAsync() as long?;
    }

    /// <summary>The next events after a position, in order. What is not among them now will never appear among them.</summary>
    public async Task<IReadOnlyList<EventEnvelope>> ReadAfter(long position, int limit)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM registry.mt_events WHERE seq_id > $1 ORDER BY seq_id LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await Read(command);
    }

    /// <summary>Position of the last event that is stored.</summary>
    public async Task<long> Position()
    {
        await using var command = source.CreateCommand("SELECT position FROM registry.log_position");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What the client's key was answered, if it was used: to be asked before deciding anew.</summary>
    public async Task<KeyedAnswer?> FindAnswer(string client, string key)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await KeyedAnswers.Find(connection, client, key, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await lane.DisposeAsync();
        await transaction.DisposeAsync();
    }

    private async Task<IReadOnlyList<EventEnvelope>> Read(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        return await types.ReadAll(reader);
    }
}
