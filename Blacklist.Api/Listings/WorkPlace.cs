using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Blacklist.Api.Listings;

/// <summary>Where a listing stands on the work list: by the day until which the person may answer, those without one last, then by number.</summary>
internal sealed record WorkPlace(DateOnly? Until, string Number) : IParsable<WorkPlace>
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string NoDay = "-";

    public static WorkPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException("This is no place on the work list.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WorkPlace result)
    {
        result = s?.Split(' ') switch
        {
            [NoDay, { Length: > 0 } number] => new WorkPlace(null, number),
            [var day, { Length: > 0 } number] when DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) =>
                new WorkPlace(until, number),
            _ => null,
        };
        return result is not null;
    }

    public override string ToString() => $"{Until?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? NoDay} {Number}";
}
