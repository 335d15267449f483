using Blacklist.Api.Projections;
using Npgsql;

namespace Blacklist.Api.EventLog.Appending;

/// <summary>
/// Sends a group as one batch in one implicit transaction: the append, the fences, the rows beside the log, the read models. One message out, one
/// commit, one message back. The batch is not over before the server has reported the commit.
/// </summary>
/// <remarks>
/// A try that takes too long is cancelled. PostgreSQL can answer that by a commit that did not reach its standby, reported as success
/// with a mere warning; here such a warning leaves the outcome open, and what is open settles only behind a later commit that did.
/// </remarks>
internal sealed class AppendTransaction(NpgsqlDataSource source, InlineProjections projections, AppendLimits limits) : IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private bool warned;

    /// <returns>The log's position before the first event of the group.</returns>
    public async Task<long> Send(IReadOnlyList<PendingAppend> group)
    {
        using var watchdog = new CancellationTokenSource(limits.Attempt);
        connection ??= await Connect(watchdog.Token);
        await using var batch = Batch(connection, group);
        await batch.PrepareAsync(watchdog.Token);
        foreach (var pending in group)
        {
            pending.MayBeStored = true;
        }

        warned = false;
        await using var reader = await batch.ExecuteReaderAsync(watchdog.Token);
        await reader.ReadAsync(watchdog.Token);
        var positionBefore = reader.GetInt64(0);
        while (await reader.NextResultAsync(watchdog.Token))
        {
            // Only an error of a later statement, or of the commit, is of interest.
        }

        return warned ? throw new NotReplicatedException() : positionBefore;
    }

    public async Task<KeyedAnswer> AnswerTo(string client, string key)
    {
        using var watchdog = new CancellationTokenSource(limits.Attempt);
        connection ??= await Connect(watchdog.Token);
        return await KeyedAnswers.Find(connection, client, key, watchdog.Token)
            ?? throw new InvalidOperationException("The answer that the log has just named is gone.");
    }

    /// <summary>The next try begins with a new connection.</summary>
    public async ValueTask Disconnect()
    {
        if (connection is { } lost)
        {
            connection = null;
            lost.Notice -= Notice;
            try
            {
                await lost.DisposeAsync();
            }
            catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException or IOException)
            {
                // It is broken already: what it says of its own end is no answer to any request.
            }
        }
    }

    public ValueTask DisposeAsync() => Disconnect();

    private async Task<NpgsqlConnection> Connect(CancellationToken watchdog)
    {
        var opened = await source.OpenConnectionAsync(watchdog);
        opened.Notice += Notice;
        return opened;
    }

    private void Notice(object sender, NpgsqlNoticeEventArgs notice) => warned |= notice.Notice.SqlState == PostgresErrorCodes.Warning;

    private NpgsqlBatch Batch(NpgsqlConnection link, IReadOnlyList<PendingAppend> group)
    {
        var batch = new NpgsqlBatch(link) { Timeout = 0 };
        batch.BatchCommands.Add(AppendCommand.For(group, projections.Digest));
        if (FenceCommand.For(group) is { } fences)
        {
            batch.BatchCommands.Add(fences);
        }

        foreach (var rows in group.SelectMany(pending => pending.Request.SideRows).GroupBy(row => row.Statement))
        {
            batch.BatchCommands.Add(rows.Key.For([.. rows.Select(row => row.Values)]));
        }

        foreach (var (statement, rows) in projections.Plan(group.SelectMany(Events)))
        {
            batch.BatchCommands.Add(statement.For(rows));
        }

        return batch;
    }

    private static IEnumerable<ProjectedEvent> Events(PendingAppend pending) =>
        pending.Request.Streams.SelectMany(stream => stream.Events.Index().Select(recorded => new ProjectedEvent(
            recorded.Item.Id, stream.StreamId, stream.ExpectedVersion + recorded.Index + 1, recorded.Item.Data, pending.Request.By)));

    private sealed class NotReplicatedException() : NpgsqlException("The commit was not confirmed by the standby.");
}
