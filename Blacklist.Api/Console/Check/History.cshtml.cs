using Blacklist.Api.Audit;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Console.Check;

/// <summary>The checks that the signed-in clerk asked, or all of the own regions, the newest first.</summary>
[Requires(Permission.ReadChecks)]
internal abstract class CheckHistory(CheckListRows checks, AccountRows accounts, RegionCatalogue regions, PageText texts, TimeProvider time)
    : ListPage<CheckOnPage, ListedCheckPlace>(texts, time)
{
    public const string Everybody = "everybody";

    /// <summary>How far back is searched where nobody says how far: else a search would take longer with every year.</summary>
    private const int MonthsSearched = 3;

    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    /// <summary>Whose: one's own, or everybody's of the own regions.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public Verdict? Verdict { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public DateOnly SearchedFrom => From ?? (SearchedUntil > DateOnly.MinValue.AddMonths(MonthsSearched) ? SearchedUntil.AddMonths(-MonthsSearched) : DateOnly.MinValue);

    public DateOnly SearchedUntil => Until ?? Today;

    public bool MaySeeAll => Caller.May(Permission.ReadChecksOfOthers);

    public bool MayAsk => Caller.May(Permission.AskChecks);

    public bool IsOfAll => MaySeeAll && Of == Everybody;

    protected override string Name => "checks";

    protected override IReadOnlyList<Column<CheckOnPage>> Columns =>
    [
        new("receipts.checkedAt", item => PageText.Moment(item.Row.CheckedAt)),
        new("check.reference", item => item.Row.ApplicationReference),
        new("check.place", item => item.Region),
        new("check.column.verdict", item => Texts.Of(item.Row.Verdict)),
        new("check.asker", item => item.Asker),
        new("notices.check", item => item.Row.Id.ToString()),
    ];

    protected override Guid? IdOf(CheckOnPage item) => item.Row.Id;

    protected override async Task<Page<CheckOnPage>> Read(PageRequest<ListedCheckPlace> page, CancellationToken cancellation)
    {
        var filter = new CheckFilter(
            IsOfAll ? null : Caller.Subject, Caller.Regions, string.IsNullOrWhiteSpace(Reference) ? null : Reference.Trim(), Verdict,
            TypedDays.From(SearchedFrom),
            TypedDays.Until(Until));
        var rows = page.Of(await checks.List(filter, page.After?.Key, page.Limit + 1, cancellation), row => row.Place);
        var names = await accounts.Of(rows.Items.Select(row => row.Caller), cancellation);
        return new Page<CheckOnPage>([.. rows.Items.Select(row => new CheckOnPage(row, NameOf(row.Region), names[row.Caller]))], rows.NextCursor);
    }

    private string NameOf(string region) => RegionCode.Parse(region).Is(out var code, out _) && regions.NameOf(code) is { } name ? name : region;
}

/// <summary>A part of it, as a page.</summary>
internal sealed class HistoryModel(CheckListRows checks, AccountRows accounts, RegionCatalogue regions, PageText texts, TimeProvider time) : CheckHistory(checks, accounts, regions, texts, time);

/// <summary>All of it, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(CheckListRows checks, AccountRows accounts, RegionCatalogue regions, PageText texts, TimeProvider time) : CheckHistory(checks, accounts, regions, texts, time);

/// <param name="Region">By name, as who asked.</param>
internal sealed record CheckOnPage(ListedCheck Row, string Region, string Asker);
