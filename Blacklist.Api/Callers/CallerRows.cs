using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Limits;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Callers;

/// <summary>A machine or person that calls, by what it asked.</summary>
/// <param name="Requests">Today, in Asia/Shanghai, up to the last few seconds.</param>
/// <param name="Persons">Applicants that it asked about today.</param>
/// <param name="Refused">Requests of today that were over a limit, or came while it was paused.</param>
/// <param name="UsualRequests">Median of its working days of the last four weeks; null with fewer than five.</param>
/// <param name="UsualPersons">The same of persons.</param>
/// <param name="Unusual">More than three times as much as usual, and at least 50.</param>
/// <param name="Pause">Why it is not answered; null while it is.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record CallerRow(
    string Caller,
    IReadOnlyList<RegionCode> Regions,
    long Requests,
    long Persons,
    long Refused,
    long? UsualRequests,
    long? UsualPersons,
    bool Unusual,
    CallerPause? Pause);

/// <param name="Observed">How many were seen of what the cause names; null where a person decided.</param>
/// <param name="Ordinary">How many are still ordinary.</param>
internal sealed record CallerPause(PauseCause Cause, int? Observed, int? Ordinary, string? Reason, string By, DateTimeOffset Since);

/// <summary>Reads what callers asked, and the <see cref="CallerPauseView"/>.</summary>
internal sealed class CallerRows(NpgsqlDataSource database)
{
    private const string Select =
        """
        SELECT newest.caller, newest.regions, coalesce(today.requests, 0), coalesce(today.persons, 0), coalesce(today.refused, 0),
               past.requests, past.persons, pause.cause, pause.observed, pause.ordinary, pause.reason, pause.paused_by, pause.paused_at
          FROM ((SELECT DISTINCT ON (caller) caller, regions FROM security.daily_use ORDER BY caller, day DESC)
                UNION ALL
                SELECT caller, '{}' FROM caller_pause WHERE NOT EXISTS (SELECT FROM security.daily_use WHERE daily_use.caller = caller_pause.caller)) AS newest
          LEFT JOIN security.daily_use AS today ON today.caller = newest.caller AND today.day = $1
          LEFT JOIN LATERAL (
            SELECT array_agg(requests) AS requests, array_agg(persons) AS persons FROM security.daily_use
             WHERE caller = newest.caller AND day < $1 AND day >= $2) AS past ON true
          LEFT JOIN caller_pause AS pause ON pause.caller = newest.caller
         WHERE ('%' = ANY ($3) OR cardinality(newest.regions) > 0 AND NOT EXISTS (SELECT FROM unnest(newest.regions) AS region WHERE NOT region LIKE ANY ($3)))
        """;

    public async Task<CallerRow?> Find(string caller, IEnumerable<RegionCode> regions, DateOnly today, CancellationToken cancellation) =>
        (await Read($"{Select} AND newest.caller = $4", regions, today, cancellation, caller)).FirstOrDefault();

    public Task<List<CallerRow>> List(
        IEnumerable<RegionCode> regions, DateOnly today, bool? paused, string after, int most, CancellationToken cancellation) => Read(
        $"{Select} AND newest.caller > $4 AND ($5::boolean IS NULL OR (pause.caller IS NOT NULL) = $5) ORDER BY newest.caller LIMIT $6",
        regions, today, cancellation, after, (object?)paused ?? DBNull.Value, most);

    /// <summary>Whom the log says are paused.</summary>
    public async Task<IReadOnlyList<string>> Paused(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT caller FROM caller_pause");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var callers = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            callers.Add(reader.GetString(0));
        }

        return callers;
    }

    private async Task<List<CallerRow>> Read(string sql, IEnumerable<RegionCode> regions, DateOnly today, CancellationToken cancellation, params object[] more)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today.AddDays(-OwnPast.Days) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(region => region.Prefix + "%")] });
        command.Parameters.AddRange(Array.ConvertAll(more, value => value == DBNull.Value
            ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Boolean }
            : new NpgsqlParameter { Value = value }));
        var rows = new List<CallerRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    private static CallerRow Row(NpgsqlDataReader row)
    {
        var (requests, persons) = (row.GetInt64(2), row.GetInt64(3));
        var (usualRequests, usualPersons) = (Usual(row, 5), Usual(row, 6));
        return new CallerRow(
            row.GetString(0), [.. row.GetFieldValue<string[]>(1).Select(code => RegionCode.Parse(code).Value).OfType<RegionCode>()], requests, persons, row.GetInt64(4),
            usualRequests, usualPersons, OwnPast.IsUnusual(requests, usualRequests) || OwnPast.IsUnusual(persons, usualPersons),
            row.IsDBNull(7)
                ? null
                : new CallerPause(
                    EnumWords.Read<PauseCause>(row.GetString(7)), row.GetFieldValue<int?>(8), row.GetFieldValue<int?>(9), row.IsDBNull(10) ? null : row.GetString(10),
                    row.GetString(11), row.GetFieldValue<DateTimeOffset>(12)));
    }

    private static long? Usual(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : OwnPast.Usual(row.GetFieldValue<long[]>(column));
}
