using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Deadlines;

/// <summary>Where a deadline stands.</summary>
internal enum DeadlineState
{
    /// <summary>There is time.</summary>
    Open,

    /// <summary>There is little time.</summary>
    Warned,

    /// <summary>The day is over, and what was to be done is still not done.</summary>
    Passed,

    /// <summary>It was done.</summary>
    Met,

    /// <summary>It ceased to matter.</summary>
    Lifted,

    /// <summary>Another day was set.</summary>
    Replaced,
}

/// <summary>A deadline as it stands.</summary>
/// <param name="SubjectType">Kind of what the deadline is of, such as <c>listing</c>.</param>
/// <param name="Due">The last day.</param>
/// <param name="PassesAt">The first instant at which it is too late.</param>
/// <param name="Explanation">Start, period, days skipped and why, make-up days that count, calendar; null when the day was fixed, not counted.</param>
/// <param name="SetAt">When the registry learned of it.</param>
/// <param name="EndedAt">When it was met, lifted or replaced.</param>
/// <param name="PassedAt">When its passing was recorded; it may be met after that.</param>
/// <param name="Late">Why its passing was recorded late.</param>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record DeadlineRow(
    Guid Id,
    string SubjectType,
    Guid SubjectId,
    RegionCode Region,
    DeadlineKind Kind,
    DeadlineState State,
    DateOnly Due,
    DateTimeOffset PassesAt,
    DateTimeOffset? WarnsAt,
    Deadline? Explanation,
    DateTimeOffset SetAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? WarnedAt,
    DateTimeOffset? PassedAt,
    Lateness? Late);

/// <summary>Reads the <see cref="DeadlineView"/> for callers.</summary>
internal sealed class DeadlineRows(WithinReach database)
{
    private const string Deadlines =
        """
        SELECT deadline.id, subject_type, subject, region, kind,
               CASE WHEN state <> 'open' THEN state WHEN passed_at IS NOT NULL THEN 'passed' WHEN warned_at IS NOT NULL THEN 'warned' ELSE 'open' END AS state,
               due, passes_at, warn_at, explanation, set_at, ended_at, warned_at, passed_at, late_cause, late_from, late_until
          FROM deadline LEFT JOIN deadline_firing AS firing ON firing.id = deadline.id
        """;

    public async Task<DeadlineRow?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Deadlines} WHERE deadline.id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (await Read(command, cancellation)).FirstOrDefault();
    }

    /// <param name="regions">The caller's regions; a row must lie in one of them.</param>
    /// <param name="after">Day and id after which the page begins.</param>
    public async Task<IReadOnlyList<DeadlineRow>> List(
        IEnumerable<RegionCode> regions, DeadlineKind? kind, DeadlineState? state, DateOnly? dueBefore, DeadlineKey? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT * FROM ({Deadlines}
             WHERE region LIKE ANY ($1) AND (due, deadline.id) > ($2, $3) AND due < $4 AND ($5::text IS NULL OR kind = $5)) AS deadline
             WHERE $6::text IS NULL OR state = $6
             ORDER BY due, id LIMIT $7
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(region => region.Prefix + "%")] });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = after?.Due ?? DateOnly.MinValue });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after?.Id ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = dueBefore ?? DateOnly.MaxValue });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = EnumWords.Of(kind), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = EnumWords.Of(state), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        return await Read(command, cancellation);
    }

    private static async Task<List<DeadlineRow>> Read(ReachCommand command, CancellationToken cancellation)
    {
        var rows = new List<DeadlineRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new DeadlineRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), RegionCode.Parse(reader.GetString(3)).Value!,
                EnumWords.Read<DeadlineKind>(reader.GetString(4)), EnumWords.Read<DeadlineState>(reader.GetString(5)), reader.GetFieldValue<DateOnly>(6),
                reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset?>(8),
                reader.IsDBNull(9) ? null : JsonSerializer.Deserialize<Deadline>(reader.GetString(9), EventJson.Options),
                reader.GetFieldValue<DateTimeOffset>(10), reader.GetFieldValue<DateTimeOffset?>(11), reader.GetFieldValue<DateTimeOffset?>(12),
                reader.GetFieldValue<DateTimeOffset?>(13),
                reader.IsDBNull(14)
                    ? null
                    : new Lateness(
                        EnumWords.Read<LateCause>(reader.GetString(14)), reader.GetFieldValue<DateTimeOffset>(15), reader.GetFieldValue<DateTimeOffset>(16))));
        }

        return rows;
    }
}
