using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Eligibility;
using Npgsql;
using NpgsqlTypes;

namespace Blacklist.Api.Console.Check;

/// <summary>A check that somebody asked; who it was about is not in the list.</summary>
internal sealed record MyCheck(Guid Id, DateTimeOffset CheckedAt, string ApplicationReference, string Region, Verdict Verdict)
{
    public MyCheckPlace Place => new(CheckedAt, Id);
}

/// <summary>Where a check stands among those that somebody asked.</summary>
internal sealed record MyCheckPlace(DateTimeOffset CheckedAt, Guid Id) : IParsable<MyCheckPlace>
{
    public static MyCheckPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException("This is no place among the checks.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out MyCheckPlace result)
    {
        result = s?.Split(' ') is [var at, var id]
            && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && Guid.TryParse(id, out var check)
            ? new MyCheckPlace(moment, check)
            : null;
        return result is not null;
    }

    public override string ToString() => $"{CheckedAt:O} {Id}";
}

/// <summary>The checks that one clerk asked in the console, the newest first. Each was asked under a key, and keys are found by who used them.</summary>
internal sealed class MyCheckRows(WithinReach database)
{
    /// <param name="reference">Part of the application's number; null for all.</param>
    public async Task<IReadOnlyList<MyCheck>> List(string client, string? reference, MyCheckPlace? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT given.id, given.checked_at, application_reference, region, verdict
              FROM registry.check_keys AS used
              JOIN registry.eligibility_checks AS given ON given.id = used.check_id AND given.checked_at = used.checked_at
             WHERE used.client = $1 AND ($2::text IS NULL OR strpos(application_reference, $2) > 0)
               AND ($3::timestamptz IS NULL OR (given.checked_at, given.id) < ($3, $4))
             ORDER BY given.checked_at DESC, given.id DESC LIMIT $5
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = client });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = reference });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after?.CheckedAt.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after?.Id ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var rows = new List<MyCheck>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new MyCheck(
                reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), (Verdict)reader.GetInt16(4)));
        }

        return rows;
    }
}
