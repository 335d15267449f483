using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Calendar;

/// <summary>A day as the calendar shows it.</summary>
/// <param name="Kind">Of its look: rest, holiday, worked; empty for an ordinary working day.</param>
internal sealed record ShownDay(DateOnly Day, string Kind, string? Occasion);

/// <summary>A year, month by month, with its days off and the weekend days that are worked.</summary>
[Requires(Permission.ReadRules)]
internal sealed class YearModel(EventStore log, AccountRows accounts, PageText texts) : PageModel
{
    private const int DaysOfAWeek = 7;

    [FromRoute]
    public int Year { get; set; }

    public PublishedYear Published { get; private set; } = null!;

    /// <summary>By name.</summary>
    public string PublishedBy { get; private set; } = "";

    public bool MayPublish { get; private set; }

    public int WorkingDays { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var calendar = (await log.Load(CalendarYears.StreamId)).Fold(CalendarYears.Initial, CalendarYears.Evolve);
        if (calendar.Years.GetValueOrDefault(Year) is not { } published)
        {
            return NotFound();
        }

        var caller = Caller.Of(HttpContext)!;
        (Published, MayPublish) = (published, caller.May(Permission.KeepCalendar) && caller.Covers(RegionCode.Nation));
        PublishedBy = (await accounts.Of([published.By.Value], cancellation))[published.By.Value];
        WorkingDays = Enumerable.Range(1, 12).SelectMany(Weeks).SelectMany(week => week).Count(day => day is { Kind: "" or "worked" });
        return Page();
    }

    public IEnumerable<string> Weekdays => texts["calendar.weekdays"].Split('|');

    public string NameOf(int month) => texts["calendar.months"].Split('|')[month - 1];

    /// <summary>The weeks of a month from Monday on; null where a week belongs to another month.</summary>
    public IEnumerable<ShownDay?[]> Weeks(int month)
    {
        var first = new DateOnly(Year, month, 1);
        var before = ((int)first.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek;
        var days = Enumerable.Repeat<ShownDay?>(null, before).Concat(Enumerable.Range(0, DateTime.DaysInMonth(Year, month)).Select(day => Show(first.AddDays(day))));
        return days.Chunk(DaysOfAWeek).Select(week => week.Length == DaysOfAWeek ? week : [.. week, .. Enumerable.Repeat<ShownDay?>(null, DaysOfAWeek - week.Length)]);
    }

    private ShownDay Show(DateOnly day) =>
        Published.Year.MakeUpDays.FirstOrDefault(makeUp => makeUp.Day == day) is { } worked ? new(day, "worked", worked.Occasion)
        : Published.Year.Holidays.FirstOrDefault(holiday => holiday.First <= day && day <= holiday.Last) is { } off ? new(day, "holiday", off.Occasion)
        : new(day, day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "rest" : "", null);
}
