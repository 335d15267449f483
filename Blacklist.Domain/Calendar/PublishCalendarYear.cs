using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>Adds a year to the working-day calendar, or corrects one. Every date lies in the year: a holiday over its end is one in each of the two years.</summary>
/// <param name="Source">The arrangement as published, such as the document of the General Office of the State Council.</param>
public sealed record PublishCalendarYear(CalendarYear Year, string Source, string? Reason, ClerkId By)
{
    public static readonly Refusal Reversed = new("holiday_reversed", "A holiday ends before it begins.");

    public static readonly Refusal OutsideYear = new("calendar_date_outside_year", "A date lies in another year; a holiday over the year's end is one in each year.");

    public static readonly Refusal Overlapping = new("calendar_dates_overlap", "A day is in two holidays, is worked in exchange twice, or is both off and worked.");

    public static readonly Refusal NoWeekend = new("make_up_day_no_weekend", "A make-up day is a Saturday or a Sunday.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Reversed, OutsideYear, Overlapping, NoWeekend];

    /// <summary>Why nothing can be counted with the year; null when it can.</summary>
    public static Refusal? FlawOf(CalendarYear year) => year switch
    {
        _ when year.Holidays.Any(holiday => holiday.Last < holiday.First) => Reversed,
        _ when Bounds(year).Any(day => day.Year != year.Year) => OutsideYear,
        _ when DaysNamed(year).GroupBy(day => day).Any(day => day.Count() > 1) => Overlapping,
        _ when year.MakeUpDays.Any(makeUp => makeUp.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) => NoWeekend,
        _ => null,
    };

    public static Outcome Decide(CalendarYears calendar, PublishCalendarYear command) => command.Year switch
    {
        var year when FlawOf(year) is { } flaw => Outcome.Refuse(flaw),
        var year when calendar.Years.GetValueOrDefault(year.Year) is { } known && known.Year == year && known.Source == command.Source => Outcome.Nothing,
        var year => Outcome.Record(new CalendarYearPublished(year, command.Source, command.Reason, command.By)),
    };

    private static IEnumerable<DateOnly> Bounds(CalendarYear year) =>
        year.Holidays.SelectMany(holiday => new[] { holiday.First, holiday.Last }).Concat(year.MakeUpDays.Select(makeUp => makeUp.Day));

    private static IEnumerable<DateOnly> DaysNamed(CalendarYear year) =>
        year.Holidays.SelectMany(holiday => holiday.Days).Concat(year.MakeUpDays.Select(makeUp => makeUp.Day));
}
