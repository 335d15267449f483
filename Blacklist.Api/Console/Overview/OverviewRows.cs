using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Npgsql;

namespace Blacklist.Api.Console.Overview;

/// <summary>Counts what lies within a caller's regions; no row of it names anybody.</summary>
internal sealed class OverviewRows(WithinReach database)
{
    /// <summary>Listings in force.</summary>
    /// <param name="digits">How many digits of the region's code tell rows apart.</param>
    public Task<IReadOnlyList<RegionCount>> ByRegion(IEnumerable<RegionCode> regions, int digits, CancellationToken cancellation) => Read(
        """
        SELECT rpad(left(region, $2), 6, '0'), count(*) FROM listing
         WHERE status = 'inForce' AND region LIKE ANY ($1) GROUP BY 1 ORDER BY 2 DESC, 1
        """,
        row => new RegionCount(RegionCode.Parse(row.GetString(0)).Value!, row.GetInt64(1)),
        cancellation, Within(regions), new NpgsqlParameter<int> { TypedValue = digits });

    /// <summary>Checks by day and verdict, the newest day first.</summary>
    public Task<IReadOnlyList<CheckCount>> Checks(IEnumerable<RegionCode> regions, DateTimeOffset since, CancellationToken cancellation) => Read(
        """
        SELECT (checked_at AT TIME ZONE interval '8 hours')::date, verdict, count(*) FROM registry.eligibility_checks
         WHERE checked_at >= $2 AND region LIKE ANY ($1) GROUP BY 1, 2 ORDER BY 1 DESC
        """,
        row => new CheckCount(row.GetFieldValue<DateOnly>(0), (Verdict)row.GetInt16(1), row.GetInt64(2)),
        cancellation, Within(regions), new NpgsqlParameter<DateTime> { TypedValue = since.UtcDateTime });

    /// <summary>Appeals received since a day.</summary>
    public Task<IReadOnlyList<AppealCount>> Appeals(IEnumerable<RegionCode> regions, DateOnly since, DateOnly today, CancellationToken cancellation) => Read(
        """
        SELECT status, remedy, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY closed_on - received_on), count(*) FILTER (WHERE due < $3)
          FROM appeal WHERE region LIKE ANY ($1) AND (received_on >= $2 OR closed_on IS NULL) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
        """,
        row => new AppealCount(
            EnumWords.Read<AppealStatus>(row.GetString(0)), row.IsDBNull(1) ? null : EnumWords.Read<Remedy>(row.GetString(1)),
            row.GetInt64(2), row.GetFieldValue<double?>(3), row.GetInt64(4)),
        cancellation, Within(regions), new NpgsqlParameter<DateOnly> { TypedValue = since }, new NpgsqlParameter<DateOnly> { TypedValue = today });

    private static NpgsqlParameter<string[]> Within(IEnumerable<RegionCode> regions) => new() { TypedValue = [.. regions.Select(region => region.Prefix + "%")] };

    private async Task<IReadOnlyList<T>> Read<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await row.ReadAsync(cancellation))
        {
            rows.Add(read(row));
        }

        return rows;
    }
}

internal sealed record RegionCount(RegionCode Region, long Count);

internal sealed record CheckCount(DateOnly Day, Verdict Verdict, long Count);

/// <param name="MedianDays">From reception to the end; null while they are open.</param>
/// <param name="Overdue">Whose next day has passed.</param>
internal sealed record AppealCount(AppealStatus Status, Remedy? Remedy, long Count, double? MedianDays, long Overdue);
