using Blacklist.Api.Console.Overview;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console;

/// <summary>概览: how the registry stands within the caller's regions. Whoever may see none of it goes to their first task.</summary>
[RequiresSignIn]
internal sealed class IndexModel(OverviewRows rows, EventStore log, RegionCatalogue regions, PageText texts, TimeProvider time) : PageModel
{
    private const string ListingsPage = "/console/listings";
    private const string AppealsPage = "/console/appeals";
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

        if (Caller.May(Permission.ReadListings) && Caller.May(Permission.ReadChecks)) // how much is asked is the authority's own business
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
        var level = Math.Min(6, Caller.OwnRegions.Select(region => region.Prefix.Length).DefaultIfEmpty().Min() + 2);
        var byRegion = await rows.ByRegion(Caller.Regions, level, cancellation);
        var rules = (await log.Load(RuleCatalogue.StreamId)).Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        Listings = ListingCharts.Of(byRegion, await rows.ByTerm(Caller.Regions, cancellation), rules.Rules, Today, RowsOf, texts);
        Tiles =
        [
            ("overview.inForce", Listings.Total, Reachable(ListingsPage, "?stage=inForce")),
            ("overview.expiring", Listings.ExpiringNextMonth, null),
        ];
    }

    private async Task ReadChecks(CancellationToken cancellation)
    {
        var counts = await rows.Checks(Caller.Regions, LegalDate.Begins(Today.AddDays(1 - Days)), cancellation);
        Verdict[] verdicts = [Verdict.Eligible, Verdict.Review, Verdict.Restricted];
        Checks = new BarChart(
            "overview.checks", "overview.day", [("overview.eligible", "eligible"), ("overview.review", "review"), ("overview.restricted", "restricted")],
            [
                .. counts.GroupBy(count => count.Day).Select(day => new BarRow(
                    PageText.Day(day.Key), [.. verdicts.Select(verdict => day.Where(count => count.Verdict == verdict).Sum(count => count.Count))])),
            ]);
        Tiles = [.. Tiles, ("overview.checksOfDays", counts.Sum(count => count.Count), null)];
    }

    private async Task ReadAppeals(CancellationToken cancellation)
    {
        var counts = await rows.Appeals(Caller.Regions, Today.AddYears(-1), Today, cancellation);
        Appeals = new BarChart("overview.appeals", "overview.outcome", [("overview.count", "")], [.. counts.Select(Row)]) { NoteLabel = "overview.median" };
        var open = counts.Where(count => count.Status is AppealStatus.Filed or AppealStatus.Admitted or AppealStatus.Assigned).ToList();
        Tiles =
        [
            .. Tiles,
            ("overview.open", open.Sum(count => count.Count), Reachable(AppealsPage)),
            ("overview.overdue", open.Sum(count => count.Overdue), Reachable(AppealsPage)),
        ];
    }

    private BarRow Row(AppealCount count) => new(
        count.Remedy is { } remedy ? texts[$"overview.remedy.{EnumWords.Of(remedy)}"] : texts[$"overview.appeal.{EnumWords.Of(count.Status)}"],
        [count.Count], Reachable(AppealsPage, $"?stage={EnumWords.Of(count.Status)}"),
        count.MedianDays is { } days ? texts["overview.days", Math.Round(days, 1)] : null);

    private (string, string?) RowsOf(RegionCode region) => (NameOf(region), Reachable(ListingsPage, $"?stage=inForce&region={region}"));

    private string? Reachable(string page, string query = "") => Navigation.Has(Caller, page) ? page + query : null;

    private string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;
}
