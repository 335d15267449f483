using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Console.Lists;

/// <summary>Days that narrow a list, as instants; a day that no instant reaches narrows nothing.</summary>
internal static class TypedDays
{
    public static DateTimeOffset? From(DateOnly? day) => day is { } first && IsOfOurTime(first) ? LegalDate.Begins(first) : null;

    /// <summary>The day is the last one.</summary>
    public static DateTimeOffset? Until(DateOnly? day) => day is { } last && IsOfOurTime(last) ? LegalDate.Begins(last.AddDays(1)) : null;

    /// <summary>Instants end where years do.</summary>
    private static bool IsOfOurTime(DateOnly day) => day.Year is > 1900 and < 9000;
}
