namespace Blacklist.Domain.Calendar;

/// <summary>
/// The date that counts in law: that of Asia/Shanghai. It has been UTC+08:00 without summer time since 1991,
/// so no time-zone data is needed for anything this registry dates.
/// </summary>
public static class LegalDate
{
    /// <summary>The last day after which there is another, so that something can end with it.</summary>
    public static readonly DateOnly Last = DateOnly.MaxValue.AddDays(-1);

    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The date in Shanghai at an instant.</summary>
    public static DateOnly At(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a date begins: 00:00 in Shanghai. What ends with a day ends where the next one begins.</summary>
    public static DateTimeOffset Begins(DateOnly date) => new(date, TimeOnly.MinValue, Offset);
}
