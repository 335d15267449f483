using Blacklist.Api.Pages;
using Blacklist.Domain.Calendar;

namespace Blacklist.Api.Console.Histories;

/// <summary>The last day for something, and in words why it is that day.</summary>
internal static class DeadlineWords
{
    public static string Of(Deadline deadline, PageText texts) => texts["deadline.until", PageText.Day(deadline.Due), Why(deadline, texts)];

    /// <summary>From when, how long, which days do not count, which weekends do.</summary>
    public static string Why(Deadline deadline, PageText texts)
    {
        var counted = texts["deadline.counted", PageText.Day(deadline.Start), Length(deadline.Period, texts)];
        var skipped = deadline.Skipped.Count == 0 ? "" : texts["deadline.skipped", Days(deadline.Skipped.Select(day => Day(day, texts)), texts)];
        var madeUp = deadline.MakeUpDays.Count == 0 ? "" : texts["deadline.madeUp", Days(deadline.MakeUpDays.Select(day => PageText.Day(day.Day)), texts)];
        return counted + skipped + madeUp;
    }

    /// <summary>How much time there is: colour and words follow from it.</summary>
    /// <param name="left">Working days; null where the calendar does not reach.</param>
    public static (string Tone, string Text) Left(DateOnly due, DateOnly today, int? left, PageText texts) => left switch
    {
        _ when due < today => ("bad", left is { } late ? texts["deadline.overdue", -late] : texts["deadline.past"]),
        0 => ("bad", texts["deadline.today"]),
        <= 3 => ("warn", texts["deadline.left", left]),
        { } days => ("", texts["deadline.left", days]),
        null => ("", texts["deadline.open"]),
    };

    public static string Length(Period period, PageText texts) => texts[$"periodUnit.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(period.Unit.ToString())}", period.Length];

    private static string Day(SkippedDay day, PageText texts) => $"{PageText.Day(day.Day)} {day.Occasion ?? texts["deadline.weekend"]}";

    private static string Days(IEnumerable<string> days, PageText texts) => string.Join(texts["list.separator"], days);
}
