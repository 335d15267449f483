using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Appeals;

/// <summary>An appeal as the board shows it.</summary>
/// <param name="Due">Until when the next step of the authority is to be done; null when none is left.</param>
/// <param name="HearingOn">The day of the hearing that is announced.</param>
internal sealed record AppealRow(
    Guid Id,
    string Number,
    AppealKind Kind,
    Guid ListingId,
    RegionCode Region,
    AppealStatus Status,
    DateOnly ReceivedOn,
    DateOnly? Due,
    string? AssignedTo,
    DateOnly? HearingOn,
    Remedy? Remedy,
    long Version)
{
    internal BoardPlace Place => new(Due, Number);
}

/// <summary>Which appeals are asked for; null asks for any.</summary>
internal sealed record AppealFilter(RegionCode? Within, AppealKind? Kind, AppealStatus? Status, string? AssignedTo, Guid? ListingId)
{
    /// <summary>One of these; beside <see cref="Status"/>.</summary>
    public IReadOnlyList<AppealStatus>? Statuses { get; init; }

    /// <summary>What was decided, in its stored word; blank for those that came to no remedy.</summary>
    public string? Remedy { get; init; }

    /// <summary>Received on this day or later, or still open.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whose next step was to be done before this day.</summary>
    public DateOnly? DueBefore { get; init; }
}

/// <summary>Reads the <see cref="AppealView"/>.</summary>
internal sealed class AppealRows(WithinReach database)
{
    /// <param name="regions">The caller's regions; a row must lie in one of them.</param>
    /// <param name="after">Place after which the page begins.</param>
    public async Task<IReadOnlyList<AppealRow>> List(
        IEnumerable<RegionCode> regions, AppealFilter filter, BoardPlace? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT id, number, kind, listing_id, region, status, received_on, due, assigned_to, hearing_on, remedy, version FROM appeal
             WHERE region LIKE ANY ($1) AND region LIKE $2
               AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR status = $4)
               AND ($5::text IS NULL OR assigned_to = $5) AND ($6::uuid IS NULL OR listing_id = $6)
               AND ($10::text[] IS NULL OR status = ANY ($10)) AND ($11::text IS NULL OR coalesce(remedy, '') = $11)
               AND ($12::date IS NULL OR received_on >= $12 OR closed_on IS NULL) AND ($13::date IS NULL OR due < $13)
               AND ($8::text IS NULL OR (coalesce(due, 'infinity'), number) > (coalesce($7, 'infinity'), $8))
             ORDER BY coalesce(due, 'infinity'), number LIMIT $9
            """);
        Add<string[]>([.. regions.Select(Pattern)]);
        Add(filter.Within is null ? "%" : Pattern(filter.Within));
        Add(EnumWords.Of(filter.Kind));
        Add(EnumWords.Of(filter.Status));
        Add(filter.AssignedTo);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)filter.ListingId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after?.Due ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        Add(after?.Number);
        Add(most);
        Add(filter.Statuses?.Select(status => EnumWords.Of(status)).ToArray());
        Add(filter.Remedy);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)filter.Since ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)filter.DueBefore ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        return await Read(command, cancellation);

        void Add<T>(T value) => command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
    }

    private static string Pattern(RegionCode region) => region.Prefix + "%";

    private static async Task<List<AppealRow>> Read(ReachCommand command, CancellationToken cancellation)
    {
        var rows = new List<AppealRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new AppealRow(
                reader.GetGuid(0), reader.GetString(1), EnumWords.Read<AppealKind>(reader.GetString(2)), reader.GetGuid(3),
                RegionCode.Parse(reader.GetString(4)).Value!, EnumWords.Read<AppealStatus>(reader.GetString(5)), reader.GetFieldValue<DateOnly>(6),
                reader.GetFieldValue<DateOnly?>(7), reader.IsDBNull(8) ? null : reader.GetString(8), reader.GetFieldValue<DateOnly?>(9),
                reader.IsDBNull(10) ? null : EnumWords.Read<Remedy>(reader.GetString(10)), reader.GetInt64(11)));
        }

        return rows;
    }
}
