using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Calendar;

/// <summary>
/// Counts working days by the published arrangements of public holidays and make-up days (调休). The day of the event is not counted,
/// the next one is day 1 (民法典 第二百零一条, 民事诉讼法 第八十五条). A year without a published arrangement is refused, never guessed.
/// </summary>
/// <param name="version">Names this set of years; every deadline carries it.</param>
public sealed class WorkingDayCalendar(string version, IReadOnlyCollection<CalendarYear> years)
{
    public static readonly Refusal YearUnknown =
        new("calendar_year_unknown", "The holidays of a year that the deadline needs are not known yet.");

    /// <summary>No period leads from it beyond the last day that a date can be.</summary>
    private static readonly DateOnly LastStart = DateOnly.MaxValue.AddYears(-Period.Longest);

    private readonly HashSet<int> _years = [.. years.Select(year => year.Year)];
    private readonly Dictionary<DateOnly, string> _holidays = years.SelectMany(year => year.Holidays).SelectMany(Days).ToDictionary();
    private readonly Dictionary<DateOnly, MakeUpDay> _makeUpDays = years.SelectMany(year => year.MakeUpDays).ToDictionary(day => day.Day);

    public string Version { get; } = version;

    /// <summary>The last day of a number of working days after a start.</summary>
    public Parsed<Deadline> AddWorkingDays(DateOnly start, int days) => Add(start, Period.OfWorkingDays(days));

    /// <summary>
    /// The last day of a period after a start. Years, months and days run by the plain calendar, and when nobody works
    /// on their last day, the next working day is the last one instead (民法典 第二百零三条).
    /// </summary>
    public Parsed<Deadline> Add(DateOnly start, Period period) => period switch
    {
        _ when start > LastStart => YearUnknown,
        { Unit: PeriodUnit.WorkingDays } => Count(start, period, start.AddDays(1), period.Length),
        _ => Count(start, period, period.LastDay(start), 1),
    };

    /// <summary>How many working days there still are after a day until another, which counts; below zero when that is past by so many.</summary>
    /// <returns>Null when a year between them is not known.</returns>
    public int? WorkingDaysLeft(DateOnly after, DateOnly until)
    {
        var (first, last) = after <= until ? (after, until) : (until, after);
        var between = Enumerable.Range(1, last.DayNumber - first.DayNumber).Select(first.AddDays).ToList();
        return between.TrueForAll(day => _years.Contains(day.Year))
            ? between.Count(day => WhyNobodyWorks(day) is null) * (after <= until ? 1 : -1)
            : null;
    }

    private static IEnumerable<KeyValuePair<DateOnly, string>> Days(Holiday holiday) =>
        holiday.Days.Select(day => KeyValuePair.Create(day, holiday.Occasion));

    private Parsed<Deadline> Count(DateOnly start, Period period, DateOnly from, int workingDays)
    {
        List<SkippedDay> skipped = [];
        List<MakeUpDay> makeUpDays = [];
        for (var day = from; ; day = day.AddDays(1))
        {
            if (!_years.Contains(day.Year))
            {
                return YearUnknown;
            }

            if (WhyNobodyWorks(day) is { } reason)
            {
                skipped.Add(reason);
                continue;
            }

            if (_makeUpDays.TryGetValue(day, out var makeUpDay))
            {
                makeUpDays.Add(makeUpDay);
            }

            if (--workingDays == 0)
            {
                return new Deadline(start, period, day, skipped, makeUpDays, Version);
            }
        }
    }

    private SkippedDay? WhyNobodyWorks(DateOnly day)
    {
        if (_holidays.TryGetValue(day, out var occasion))
        {
            return new(day, occasion);
        }

        return day.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_makeUpDays.ContainsKey(day) ? new(day, null) : null;
    }
}
