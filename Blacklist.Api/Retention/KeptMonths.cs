using Blacklist.Api.Jobs;
using Npgsql;

namespace Blacklist.Api.Retention;

/// <summary>Something that is kept by months, UTC, and forgotten by months, whole.</summary>
/// <param name="purpose">Under which <c>retention.json</c> says for how long.</param>
/// <param name="months">Query of the first days of the months that there are, the oldest first.</param>
/// <param name="dropped">Query of those that are gone: month, entries, period and moment, the oldest first.</param>
internal abstract class KeptMonths(string purpose, NpgsqlDataSource database, string months, string dropped)
{
    public string Purpose { get; } = purpose;

    protected NpgsqlDataSource Database { get; } = database;

    /// <summary>Makes room for the day's month and the next, ahead of need.</summary>
    public abstract Task Prepare(DateOnly day);

    /// <summary>By their first days, the oldest first.</summary>
    public Task<IReadOnlyList<DateOnly>> Months() => Read(months, row => row.GetFieldValue<DateOnly>(0), CancellationToken.None);

    /// <summary>What is gone and not told in the audit, with as many entries as are not; what a month of the audit told that is gone itself, was told.</summary>
    /// <param name="by">In whose name it is told.</param>
    public Task<IReadOnlyList<DroppedMonth>> Untold(string by) => Read(
        $"""
        SELECT gone.month, gone.entries - coalesce(told.entries, 0), gone.retention, gone.dropped_at
          FROM ({dropped}) AS gone (month, entries, retention, dropped_at)
         CROSS JOIN LATERAL (
               SELECT sum(entry.count) AS entries FROM audit.entries AS entry
                WHERE entry.caller = $1 AND entry.endpoint = 'retention' AND entry.purpose = $2 AND entry.application = to_char(gone.month, 'YYYY-MM')) AS told
         WHERE (told.entries IS NULL OR told.entries < gone.entries)
           AND NOT EXISTS (SELECT FROM audit.dropped_months AS lost WHERE lost.month = date_trunc('month', gone.dropped_at AT TIME ZONE 'UTC')::date)
         ORDER BY gone.month
        """,
        Gone, CancellationToken.None, by, Purpose);

    /// <returns>How many entries the month had.</returns>
    public abstract Task<long> Drop(JobTurn turn, DateOnly month, string period);

    public Task<IReadOnlyList<DroppedMonth>> Dropped(CancellationToken cancellation) => Read(dropped, Gone, cancellation);

    /// <param name="statement">Takes month and period, and says how many entries there were.</param>
    protected static async Task<long> Drop(JobTurn turn, string statement, DateOnly month, string period)
    {
        var count = 0L;
        await turn.Write(async connection =>
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = period });
            count = (long)(await command.ExecuteScalarAsync())!;
        });
        return count;
    }

    private static DroppedMonth Gone(NpgsqlDataReader row) =>
        new(row.GetFieldValue<DateOnly>(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3));

    private async Task<IReadOnlyList<T>> Read<T>(string query, Func<NpgsqlDataReader, T> row, CancellationToken cancellation, params string[] values)
    {
        await using var command = Database.CreateCommand(query);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}

/// <summary>A month that is no longer kept.</summary>
/// <param name="Month">Its first day; months are UTC months.</param>
/// <param name="Entries">How many there were.</param>
/// <param name="Retention">The period under which they were dropped.</param>
internal sealed record DroppedMonth(DateOnly Month, long Entries, string Retention, DateTimeOffset DroppedAt);
