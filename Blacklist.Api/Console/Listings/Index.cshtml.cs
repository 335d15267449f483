using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Persons;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Listings;

/// <summary>The work list: the listings of a stage, whose turn comes next first.</summary>
[Requires(Permission.ReadListings)]
internal sealed class IndexModel(
    ListingRows listings, BannedOrganizationRows organizations, PersonCards persons, Calendars calendars, RegionCatalogue regions, PageText texts, TimeProvider time)
    : PageModel
{
    /// <summary>In the order of a listing's life.</summary>
    public static readonly IReadOnlyList<ListingStatus> Stages =
    [
        ListingStatus.Proposed, ListingStatus.NoticeServed, ListingStatus.InForce,
        ListingStatus.Lapsed, ListingStatus.Repaired, ListingStatus.Annulled, ListingStatus.Dropped,
    ];

    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ListingStatus Status { get; private set; }

    /// <summary>No listing of the regions has the number that was asked for.</summary>
    public bool IsUnknownNumber { get; private set; }

    public Page<WorkItem> List { get; private set; } = new([], null);

    public IReadOnlyList<Offer> Regions => RegionOffers.Of(regions, Caller.Regions);

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Status = EnumWords.TryRead<ListingStatus>(Stage ?? "", out var asked) && Stages.Contains(asked) ? asked : FirstStage;
        if (!string.IsNullOrWhiteSpace(Number) && await listings.IdOf(Number.Trim(), cancellation) is { } id)
        {
            return Redirect($"/console/listings/{id}");
        }

        IsUnknownNumber = !string.IsNullOrWhiteSpace(Number);
        var after = After is { } text && Cursor<WorkPlace>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<WorkPlace>(PageRequest<WorkPlace>.DefaultLimit, after);
        var rows = page.Of(
            await listings.WorkList(Caller.Regions, RegionCode.Parse(Region ?? "").Value, Status, after?.Key, page.Limit + 1, cancellation),
            row => new WorkPlace(row.StatementUntil, row.Number));
        List = new Page<WorkItem>(await Items(rows.Items, cancellation), rows.NextCursor);
        return Page();
    }

    public static string Word(ListingStatus stage) => EnumWords.Of(stage);

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;

    /// <summary>Who decides begins with what waits for a decision.</summary>
    private ListingStatus FirstStage => Caller.May(Permission.DecideListings) && !Caller.May(Permission.ServeNotices) ? ListingStatus.NoticeServed : ListingStatus.Proposed;

    private async Task<IReadOnlyList<WorkItem>> Items(IReadOnlyList<ListingRow> rows, CancellationToken cancellation)
    {
        var (calendar, today) = (await calendars.Current(), LegalDate.At(time.GetUtcNow()));
        var names = await organizations.Names([.. rows.Select(row => row.BannedOrganizationId).Distinct()], cancellation);
        var ids = await listings.PersonsOf([.. rows.Select(row => row.Id)], cancellation);
        var cards = await persons.Of([.. ids.Values.Distinct()]);
        return
        [
            .. rows.Select(row => new WorkItem(
                row, cards.GetValueOrDefault(ids[row.Id])?.Name ?? texts["person.hidden"], names.GetValueOrDefault(row.BannedOrganizationId, ""),
                row is { Status: ListingStatus.NoticeServed, StatementUntil: { } until } ? Turn(row, until, today, calendar.WorkingDaysLeft(today, until)) : null)),
        ];
    }

    /// <summary>Who was heard, or let the time pass, can be decided on.</summary>
    private (string Tone, string Text) Turn(ListingRow row, DateOnly until, DateOnly today, int? left) =>
        row.Statement is not null || until < today ? ("good", texts["cases.readyToDecide"]) : DeadlineWords.Left(until, today, left, texts);
}

/// <param name="Turn">How far it is, with colour and words; null where nothing runs.</param>
internal sealed record WorkItem(ListingRow Row, string Person, string Organization, (string Tone, string Text)? Turn);
