using Blacklist.Api.Appeals;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Appeals;

/// <summary>The board of appeals: whose day comes next first, overdue ones before all others.</summary>
[Requires(Permission.ReadAppeals)]
internal sealed class IndexModel(AppealRows appeals, ListingRows listings, PersonCards persons, Calendars calendars, PageText texts, TimeProvider time) : PageModel
{
    private const int MostOverdue = 1000;

    public static readonly IReadOnlyList<AppealStatus> Stages =
        [AppealStatus.Filed, AppealStatus.Admitted, AppealStatus.Assigned, AppealStatus.Decided, AppealStatus.Rejected, AppealStatus.Withdrawn];

    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Null shows them all.</summary>
    public AppealStatus? Status { get; private set; }

    public bool IsMine => Mine is not null;

    public Page<AppealOnPage> List { get; private set; } = new([], null);

    /// <summary>In all the caller's regions, whatever is shown.</summary>
    public int Overdue { get; private set; }

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Status = EnumWords.TryRead<AppealStatus>(Stage ?? "", out var asked) && Stages.Contains(asked) ? asked : null;
        var after = After is { } text && Cursor<BoardPlace>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<BoardPlace>(PageRequest<BoardPlace>.DefaultLimit, after);
        var filter = new AppealFilter(null, null, Status, IsMine ? Caller.Subject : null, null);
        var rows = page.Of(await appeals.List(Caller.Regions, filter, after?.Key, page.Limit + 1, cancellation), row => row.Place);
        var today = LegalDate.At(time.GetUtcNow());
        Overdue = (await appeals.List(Caller.Regions, new AppealFilter(null, null, null, null, null), null, MostOverdue, cancellation)).TakeWhile(row => row.Due < today).Count();
        List = new Page<AppealOnPage>(await Items(rows.Items, today, cancellation), rows.NextCursor);
    }

    public static string Word(AppealStatus stage) => EnumWords.Of(stage);

    private async Task<IReadOnlyList<AppealOnPage>> Items(IReadOnlyList<AppealRow> rows, DateOnly today, CancellationToken cancellation)
    {
        var calendar = await calendars.Current();
        var ids = await listings.PersonsOf([.. rows.Select(row => row.ListingId).Distinct()], cancellation);
        var cards = await persons.Of([.. ids.Values.Distinct()]);
        return
        [
            .. rows.Select(row => new AppealOnPage(
                row, cards.GetValueOrDefault(ids[row.ListingId])?.Name ?? texts["person.hidden"],
                row.Due is { } due ? DeadlineWords.Left(due, today, calendar.WorkingDaysLeft(today, due), texts) : null)),
        ];
    }
}

/// <param name="Left">How much time there is, with colour and words; null when nothing is due.</param>
internal sealed record AppealOnPage(AppealRow Row, string Person, (string Tone, string Text)? Left);
