using Blacklist.Api.Console.Appeals;
using Blacklist.Api.Console.Overview;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console;

/// <summary>概览: how the registry stands within the caller's regions. Whoever may see none of it goes to their first task.</summary>
[RequiresSignIn]
internal sealed class IndexModel(OverviewRows rows, ListingRows listings, EventStore log, RegionCatalogue regions, PageText texts, TimeProvider time) : PageModel
{
    private const string ListingsPage = "/console/listings";
    private const string AppealsPage = "/console/appeals";
    private const string ChecksPage = "/console/check/history";
    private const int Days = 30;

    public ListingCharts? Listings { get; private set; }

    public BarChart? Checks { get; private set; }

    public BarChart? Appeals { get; private set; }

    /// <summary>Numbers at the head of the page, each with the address of its rows.</summary>
    public IReadOnlyList<(string Key, long Count, string? Address)> Tiles { get; private set; } = [];

    public string Regions => string.Join(texts["account.and"], Caller.OwnRegions.Select(NameOf));

    private Caller Caller => Caller.Of(HttpContext)!;

    private DateOnly Today => LegalDate.At(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Caller.May(Permission.ReadListings) && !Caller.May(Permission.ReadAppeals))
        {
            return LocalRedirect(Navigation.For(Caller).Select(task => task.Address).FirstOrDefault() ?? "/console/account");
        }

        if (Caller.May(Permission.ReadListings))
        {
            await ReadListings(cancellation);
        }

        if (Caller.May(Permission.ReadListings) && Caller.May(Permission.ReadChecksOfOthers)) // how much is asked is the authority's own business
        {
            await ReadChecks(cancellation);
        }

        if (Caller.May(Permission.ReadAppeals))
        {
            await ReadAppeals(cancellation);
        }

        return Page();
    }

    private async Task ReadListings(CancellationToken cancellation)
    {
        var digits = Math.Min(6, Caller.OwnRegions.Select(region => region.Prefix.Length).DefaultIfEmpty().Min() + 2);
        var places = (await rows.ByRegion(Caller.Regions, digits, cancellation)).Select(place => Row(place, digits)).ToList();
        var rules = (await log.Load(RuleCatalogue.StreamId)).Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        Listings = ListingCharts.Of(places, await listings.Terms(Caller.Regions, cancellation), rules.Rules, Today, RowsOf, texts);
        Tiles =
        [
            ("overview.inForce", Listings.Total, RowsOf("")),
            ("overview.expiring", Listings.ExpiringNextMonth, RowsOf("&ends=" + TermQuery.In(ListingCharts.NextMonth(Today)))),
        ];
    }

    private async Task ReadChecks(CancellationToken cancellation)
    {
        var first = Today.AddDays(1 - Days);
        var counts = await rows.Checks(Caller.Regions, LegalDate.Begins(first), cancellation);
        Verdict[] verdicts = [Verdict.Eligible, Verdict.Review, Verdict.Restricted];
        Checks = new BarChart(
            "overview.checks", "overview.day", [("overview.eligible", "eligible"), ("overview.review", "review"), ("overview.restricted", "restricted")],
            [
                .. counts.GroupBy(count => count.Day).Select(day => new BarRow(
                    PageText.Day(day.Key), [.. verdicts.Select(verdict => day.Where(count => count.Verdict == verdict).Sum(count => count.Count))],
                    [.. verdicts.Select(verdict => ChecksOf(day.Key, day.Key, $"&verdict={EnumWords.Of(verdict)}"))])),
            ]);
        Tiles = [.. Tiles, ("overview.checksOfDays", counts.Sum(count => count.Count), ChecksOf(first, Today))];
    }

    private async Task ReadAppeals(CancellationToken cancellation)
    {
        var since = Today.AddYears(-1);
        var counts = await rows.Appeals(Caller.Regions, since, Today, cancellation);
        Appeals = new BarChart("overview.appeals", "overview.outcome", [("overview.count", "")], [.. counts.Select(count => Row(count, since))]) { NoteLabel = "overview.median" };
        var open = counts.Where(count => AppealBoard.Open.Contains(count.Status)).ToList();
        Tiles =
        [
            .. Tiles,
            ("overview.open", open.Sum(count => count.Count), Reachable(AppealsPage, $"?stage={AppealBoard.OpenStage}")),
            ("overview.overdue", open.Sum(count => count.Overdue), Reachable(AppealsPage, $"?stage={AppealBoard.OverdueStage}")),
        ];
    }

    private BarRow Row(AppealCount count, DateOnly since) => new(
        count.Remedy is { } remedy ? texts[$"overview.remedy.{EnumWords.Of(remedy)}"] : texts[$"overview.appeal.{EnumWords.Of(count.Status)}"], [count.Count],
        Reachable(AppealsPage, $"?stage={EnumWords.Of(count.Status)}&remedy={(count.Remedy is { } decided ? EnumWords.Of(decided) : AppealBoard.NoRemedy)}&since={PageText.Day(since)}"))
    {
        Note = count.MedianDays is { } days ? texts["overview.days", Math.Round(days, 1)] : null,
    };

    /// <summary>Codes that are no longer than what tells rows apart stand for themselves, not for what lies within them.</summary>
    private BarRow Row(RegionCount place, int digits) => new(
        NameOf(place.Region), [place.Count], RowsOf($"&region={place.Region}{(place.Region.Prefix.Length < digits ? "&alone=true" : "")}"));

    private string? RowsOf(string query) => Reachable(ListingsPage, $"?stage={EnumWords.Of(ListingStatus.InForce)}{query}");

    /// <summary>Of everybody, which who reads this page may see.</summary>
    private static string ChecksOf(DateOnly from, DateOnly until, string query = "") => $"{ChecksPage}?of=everybody&from={PageText.Day(from)}&until={PageText.Day(until)}{query}";

    private string? Reachable(string page, string query) => Navigation.Has(Caller, page) ? page + query : null;

    private string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;
}
