using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Blacklist.Api.Deadlines;

/// <summary>The order of deadlines: by day, within a day by id.</summary>
internal sealed record DeadlineKey(DateOnly Due, Guid Id) : IParsable<DeadlineKey>
{
    public static DeadlineKey Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var key) ? key : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out DeadlineKey result)
    {
        result = s?.Split(' ') is [var day, var id]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && Guid.TryParseExact(id, "D", out var known)
            ? new DeadlineKey(due, known)
            : null;
        return result is not null;
    }

    public override string ToString() => $"{Due:yyyy-MM-dd} {Id}";
}
