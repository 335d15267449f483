namespace Blacklist.Domain.Calendar;

/// <summary>The last day for something, and why it is that day.</summary>
/// <param name="Start">The day of the event; not counted itself.</param>
/// <param name="Due">The last day on which the act is still in time.</param>
/// <param name="Skipped">Days passed over because nobody works on them, in order.</param>
/// <param name="MakeUpDays">Weekend days that did count because they are worked (调休), in order.</param>
/// <param name="CalendarVersion">The calendar it was computed with: a later arrangement can move it.</param>
public sealed record Deadline(
    DateOnly Start,
    Period Period,
    DateOnly Due,
    IReadOnlyList<SkippedDay> Skipped,
    IReadOnlyList<MakeUpDay> MakeUpDays,
    string CalendarVersion)
{
    /// <summary>The first instant at which it is too late.</summary>
    public DateTimeOffset PassesAt => LegalDate.Begins(Due.AddDays(1));
}

/// <summary>A day that the deadline does not count.</summary>
/// <param name="Occasion">The public holiday, or null for a plain weekend.</param>
public sealed record SkippedDay(DateOnly Day, string? Occasion);
