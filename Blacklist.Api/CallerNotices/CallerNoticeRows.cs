using Blacklist.Api.Audit;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.CallerNotices;

/// <summary>A notice as it stands.</summary>
/// <param name="Cause">The event that changed the answers.</param>
/// <param name="CausePosition">Where it stands in the log; ask as of it, and as of the position before.</param>
/// <param name="Region">Smallest region that covers the affected checks.</param>
/// <param name="WrongRefusals">Of the checks, how many restricted somebody who, as known now, was not.</param>
/// <param name="WrongClearances">Of the checks, how many did not restrict somebody who, as known now, was.</param>
/// <param name="AcknowledgeUntil">The last day to acknowledge it.</param>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record CallerNoticeRow(
    Guid Id,
    string Caller,
    Guid Cause,
    long CausePosition,
    RegionCode Region,
    int Checks,
    int WrongRefusals,
    int WrongClearances,
    DateOnly? AcknowledgeUntil,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AcknowledgedAt);

/// <summary>Reads the <see cref="CallerNoticeView"/>.</summary>
internal sealed class CallerNoticeRows(WithinReach database)
{
    private const string Columns =
        "id, caller, cause, cause_position, region, checks, wrong_refusals, wrong_clearances, acknowledge_until, opened_at, acknowledged_at";

    public async Task<CallerNoticeRow?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM caller_notice WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (await Read(command, cancellation)).FirstOrDefault();
    }

    /// <param name="caller">Whose notices; null for those of all callers in the regions.</param>
    public async Task<IReadOnlyList<CallerNoticeRow>> List(
        string? caller, IEnumerable<RegionCode> regions, bool? acknowledged, CallerNoticeKey? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT {Columns} FROM caller_notice
             WHERE (caller = $1 OR ($1::text IS NULL AND region LIKE ANY ($2))) AND (cause_position, id) > ($3, $4)
               AND ($5::boolean IS NULL OR (acknowledged_at IS NOT NULL) = $5)
             ORDER BY cause_position, id LIMIT $6
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<string?> { TypedValue = caller, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(region => region.Prefix + "%")] },
            new NpgsqlParameter<long> { TypedValue = after?.Cause ?? -1 },
            new NpgsqlParameter<Guid> { TypedValue = after?.Id ?? Guid.Empty },
            new() { Value = (object?)acknowledged ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean },
            new NpgsqlParameter<int> { TypedValue = most },
        });
        return await Read(command, cancellation);
    }

    /// <summary>What facts made otherwise, whoever was told of it: that belongs to the case.</summary>
    /// <param name="positions">Where the facts stand in the log.</param>
    public async Task<IReadOnlyList<CallerNoticeRow>> CausedBy(IEnumerable<long> positions, CancellationToken cancellation)
    {
        await using var command = database.CreateCommandOfAllRegions($"SELECT {Columns} FROM caller_notice WHERE cause_position = ANY ($1) ORDER BY cause_position, id");
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. positions] });
        return await Read(command, cancellation);
    }

    private static async Task<List<CallerNoticeRow>> Read(ReachCommand command, CancellationToken cancellation)
    {
        var rows = new List<CallerNoticeRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new CallerNoticeRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), reader.GetInt64(3), RegionCode.Parse(reader.GetString(4)).Value!,
                reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetFieldValue<DateOnly?>(8),
                reader.GetFieldValue<DateTimeOffset>(9), reader.GetFieldValue<DateTimeOffset?>(10)));
        }

        return rows;
    }
}
