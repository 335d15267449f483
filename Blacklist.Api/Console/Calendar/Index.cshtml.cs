using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Calendar;

/// <summary>工作日历: the years that are known, and what a deadline comes to by them.</summary>
[Requires(Permission.ReadRules)]
internal sealed class IndexModel(EventStore log, AccountRows accounts, Calendars calendars, PageText texts, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<string> Units = ["WD", "D", "M", "Y"];

    [BindProperty(SupportsGet = true)]
    public DateOnly? Start { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Length { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public CalendarYears Calendar { get; private set; } = CalendarYears.Initial;

    /// <summary>Who published the years.</summary>
    public AccountNames Names { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    /// <summary>What was asked comes to this day, or cannot be said.</summary>
    public (bool IsKnown, string Words)? Told { get; private set; }

    public DateOnly Today => LegalDate.At(time.GetUtcNow());

    /// <summary>The first year that nobody published yet.</summary>
    public int NextYear => Calendar.Years.Count == 0 ? Today.Year : Calendar.Years.Keys.Max() + 1;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var caller = Caller.Of(HttpContext)!;
        Calendar = (await log.Load(CalendarYears.StreamId)).Fold(CalendarYears.Initial, CalendarYears.Evolve);
        Names = await accounts.Of(Calendar.Years.Values.Select(year => year.By.Value), cancellation);
        MayPublish = caller.May(Permission.KeepCalendar) && caller.Covers(RegionCode.Nation);
        if (Start is { } start && Length is { } length)
        {
            Told = await Tell(start, $"P{length}{Unit}");
        }
    }

    private async Task<(bool IsKnown, string Words)> Tell(DateOnly start, string text)
    {
        if (!Period.Parse(text).Is(out var period, out var wrong))
        {
            return (false, texts.Sentence(wrong.Code));
        }

        return (await calendars.Current()).Add(start, period).Is(out var deadline, out var unknown)
            ? (true, DeadlineWords.Of(deadline, texts))
            : (false, texts.Sentence(unknown.Code));
    }
}
