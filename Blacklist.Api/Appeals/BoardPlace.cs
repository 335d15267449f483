using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Blacklist.Api.Appeals;

/// <summary>Where an appeal stands on the board: by the day on which it is due, those without one last, then by number.</summary>
internal sealed record BoardPlace(DateOnly? Due, string Number) : IParsable<BoardPlace>
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string NoDay = "-";

    public static BoardPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException("This is no place on the board.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out BoardPlace result)
    {
        result = s?.Split(' ') switch
        {
            [NoDay, { Length: > 0 } number] => new BoardPlace(null, number),
            [var day, { Length: > 0 } number] when DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) =>
                new BoardPlace(due, number),
            _ => null,
        };
        return result is not null;
    }

    public override string ToString() => $"{Due?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? NoDay} {Number}";
}
