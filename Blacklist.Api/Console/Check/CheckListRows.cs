using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Console.Check;

/// <summary>A check that somebody asked; who it was about is not in the list.</summary>
/// <param name="Caller">Who asked.</param>
internal sealed record ListedCheck(Guid Id, DateTimeOffset CheckedAt, string ApplicationReference, string Region, Verdict Verdict, string Caller)
{
    public ListedCheckPlace Place => new(CheckedAt, Id);
}

/// <summary>Where a check stands among those that somebody asked.</summary>
internal sealed record ListedCheckPlace(DateTimeOffset CheckedAt, Guid Id) : IParsable<ListedCheckPlace>
{
    public static ListedCheckPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException("This is no place among the checks.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ListedCheckPlace result)
    {
        result = s?.Split(' ') is [var at, var id]
            && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && Guid.TryParse(id, out var check)
            ? new ListedCheckPlace(moment, check)
            : null;
        return result is not null;
    }

    public override string ToString() => $"{CheckedAt:O} {Id}";
}

/// <summary>Which checks are asked for.</summary>
/// <param name="Client">Whose they are; null for everybody's of the regions.</param>
/// <param name="Reference">Part of the application's number; null for all.</param>
internal sealed record CheckFilter(string? Client, IReadOnlyList<RegionCode> Regions, string? Reference, Verdict? Verdict, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>Checks, the newest first. What one clerk asked in the console was asked under a key, and keys are found by who used them.</summary>
internal sealed class CheckListRows(WithinReach database)
{
    private const string Everybodys = "registry.eligibility_checks WHERE region LIKE ANY ($1)";

    /// <summary>The keys are brought into order first, so that hardly more checks are fetched than are shown; OFFSET keeps the planner to it.</summary>
    private const string Ones =
        """
        (SELECT check_id AS id, checked_at FROM registry.check_keys WHERE client = $1 ORDER BY checked_at DESC, check_id DESC) AS used
         CROSS JOIN LATERAL (
           SELECT application_reference, region, verdict, client FROM registry.eligibility_checks AS kept
            WHERE kept.id = used.id AND kept.checked_at = used.checked_at OFFSET 0) AS given
         WHERE true
        """;

    public async Task<IReadOnlyList<ListedCheck>> List(CheckFilter filter, ListedCheckPlace? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT id, checked_at, application_reference, region, verdict, client FROM {(filter.Client is null ? Everybodys : Ones)}
               AND ($2::text IS NULL OR strpos(application_reference, $2) > 0) AND ($3::smallint IS NULL OR verdict = $3)
               AND ($4::timestamptz IS NULL OR checked_at >= $4) AND ($5::timestamptz IS NULL OR checked_at < $5)
               AND ($6::timestamptz IS NULL OR (checked_at, id) < ($6, $7))
             ORDER BY checked_at DESC, id DESC LIMIT $8
            """);
        command.Parameters.Add(filter.Client is { } client
            ? new NpgsqlParameter<string> { TypedValue = client }
            : new NpgsqlParameter<string[]> { TypedValue = [.. filter.Regions.Select(region => region.Prefix + "%")] });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = filter.Reference });
        Add((short?)filter.Verdict, NpgsqlDbType.Smallint);
        Add(filter.From?.UtcDateTime, NpgsqlDbType.TimestampTz);
        Add(filter.Until?.UtcDateTime, NpgsqlDbType.TimestampTz);
        Add(after?.CheckedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after?.Id ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var rows = new List<ListedCheck>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new ListedCheck(
                reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), (Verdict)reader.GetInt16(4), reader.GetString(5)));
        }

        return rows;

        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
    }
}
