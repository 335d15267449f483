using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Blacklist.Api.Audit;
using Blacklist.Api.Security.Walls;
using Blacklist.Domain.Eligibility;
using Npgsql;

namespace Blacklist.Api.CallerNotices;

/// <summary>An applicant of a check who would be answered otherwise.</summary>
/// <param name="ApplicantIndex">Place of the applicant in the check, from 0.</param>
/// <param name="Recorded">What was answered.</param>
/// <param name="Before">For the check's own day, as it stood before the cause.</param>
/// <param name="After">For the check's own day, as known since.</param>
/// <param name="TodayBefore">For the day of the cause, as it stood before.</param>
/// <param name="TodayAfter">For the day of the cause, as known since.</param>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record AffectedCheckRow(
    Guid CheckId, int ApplicantIndex, Verdict Recorded, Verdict Before, Verdict After, Verdict TodayBefore, Verdict TodayAfter);

/// <summary>The order of affected checks: by check, then by applicant.</summary>
internal sealed record AffectedCheckKey(Guid Check, short Applicant) : IParsable<AffectedCheckKey>
{
    public static AffectedCheckKey Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var key) ? key : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AffectedCheckKey result)
    {
        result = s?.Split(' ') is [var check, var place]
            && Guid.TryParseExact(check, "D", out var id) && short.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var applicant)
            ? new AffectedCheckKey(id, applicant)
            : null;
        return result is not null;
    }

    public override string ToString() => $"{Check} {Applicant}";
}

/// <summary>Which checks a notice tells of.</summary>
internal sealed class AffectedCheckRows(WithinReach database)
{
    public async Task<IReadOnlyList<AffectedCheckRow>> List(Guid notice, AffectedCheckKey? after, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            SELECT check_id, applicant, recorded, own_before, own_after, today_before, today_after FROM registry.affected_checks
             WHERE notice_id = $1 AND (check_id, applicant) > ($2, $3) ORDER BY check_id, applicant LIMIT $4
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new NpgsqlParameter<Guid> { TypedValue = notice }, new NpgsqlParameter<Guid> { TypedValue = after?.Check ?? Guid.Empty },
            new NpgsqlParameter<short> { TypedValue = after?.Applicant ?? -1 }, new NpgsqlParameter<int> { TypedValue = most },
        });
        var rows = new List<AffectedCheckRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new AffectedCheckRow(
                reader.GetGuid(0), reader.GetInt16(1), (Verdict)reader.GetInt16(2), (Verdict)reader.GetInt16(3), (Verdict)reader.GetInt16(4),
                (Verdict)reader.GetInt16(5), (Verdict)reader.GetInt16(6)));
        }

        return rows;
    }
}
