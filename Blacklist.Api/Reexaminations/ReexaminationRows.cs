using Blacklist.Api.Audit;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Reexaminations;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Reexaminations;

/// <summary>A re-examination as it stands.</summary>
/// <param name="CheckId">The check that refused wrongly.</param>
/// <param name="NoticeId">The notice that told the caller.</param>
/// <param name="Until">The last day for it.</param>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record ReexaminationRow(
    Guid Id,
    Guid CheckId,
    Guid NoticeId,
    string Caller,
    RegionCode Region,
    DateOnly? Until,
    DateTimeOffset OpenedAt,
    ReexaminationOutcome? Outcome,
    string? Reason,
    DateTimeOffset? CompletedAt);

/// <summary>Reads the <see cref="ReexaminationView"/>.</summary>
internal sealed class ReexaminationRows(WithinReach database)
{
    /// <param name="regions">The caller's regions; a row must lie in one of them.</param>
    /// <param name="callers">Whose checks the caller may see; null for everybody's.</param>
    public async Task<IReadOnlyList<ReexaminationRow>> List(
        IEnumerable<RegionCode> regions, IReadOnlyList<string>? callers, bool? completed, Guid after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, check_id, notice_id, caller, region, until, opened_at, outcome, reason, completed_at FROM reexamination
             WHERE region LIKE ANY ($1) AND ($2::boolean IS NULL OR (outcome IS NOT NULL) = $2) AND id > $3
               AND ($5::text[] IS NULL OR caller = ANY ($5))
             ORDER BY id LIMIT $4
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<string[]> { TypedValue = [.. regions.Select(region => region.Prefix + "%")] },
            new() { Value = (object?)completed ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean },
            new NpgsqlParameter<Guid> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = most },
            new() { Value = (object?)callers?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        });
        var rows = new List<ReexaminationRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new ReexaminationRow(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), RegionCode.Parse(reader.GetString(4)).Value!,
                reader.GetFieldValue<DateOnly?>(5), reader.GetFieldValue<DateTimeOffset>(6),
                reader.IsDBNull(7) ? null : EnumWords.Read<ReexaminationOutcome>(reader.GetString(7)), reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.GetFieldValue<DateTimeOffset?>(9)));
        }

        return rows;
    }
}
