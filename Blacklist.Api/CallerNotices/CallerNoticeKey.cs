using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Blacklist.Api.CallerNotices;

/// <summary>The order of notices: as their causes came.</summary>
internal sealed record CallerNoticeKey(long Cause, Guid Id) : IParsable<CallerNoticeKey>
{
    public static CallerNoticeKey Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var key) ? key : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CallerNoticeKey result)
    {
        result = s?.Split(' ') is [var cause, var id]
            && long.TryParse(cause, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && Guid.TryParseExact(id, "D", out var known)
            ? new CallerNoticeKey(position, known)
            : null;
        return result is not null;
    }

    public override string ToString() => $"{Cause} {Id}";
}
