using Blacklist.Api.Pages;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Console.Overview;

/// <summary>Listings in force, as a head of office reads them: where, on what basis, until when.</summary>
/// <param name="ExpiringNextMonth">Those whose last day lies in the month after today's.</param>
internal sealed record ListingCharts(long Total, long ExpiringNextMonth, IReadOnlyList<BarChart> Charts)
{
    private const int MonthsAhead = 24;

    private static readonly IReadOnlyList<(string, string)> Count = [("overview.listings", "")];

    /// <param name="rowsOf">Address of the rows of a region; null where no page shows them.</param>
    public static ListingCharts Of(
        IReadOnlyList<RegionCount> regions, IReadOnlyList<TermCount> counts, IEnumerable<Rule> rules, DateOnly today,
        Func<RegionCode, (string Name, string? Address)> rowsOf, PageText texts)
    {
        var all = rules.ToList();
        var terms = counts.Select(count => (
            count.Count, Rules: all.Where(rule => rule.AppliesTo.Includes(count.Disposition, count.Part, count.RegisteredAs)).ToList(),
            LastDay: LastTerm.Of(all, count.Disposition, count.Part, count.RegisteredAs, count.DispositionDate, count.EndsOn)?.LastDay)).ToList();
        var next = FirstOf(today).AddMonths(1);
        return new ListingCharts(
            regions.Sum(region => region.Count), terms.Where(term => term.LastDay >= next && term.LastDay < next.AddMonths(1)).Sum(term => term.Count),
            [
                new BarChart("overview.byRegion", "overview.region", Count, [.. regions.Select(region => Row(rowsOf(region.Region), region.Count))]),
                new BarChart("overview.byBasis", "overview.basis", Count, [.. ByBasis(terms.Select(term => (term.Count, term.Rules)), texts)]),
                new BarChart("overview.byTermEnd", "overview.month", Count, [.. ByMonth([.. terms.Select(term => (term.Count, term.LastDay))], today, texts)]),
            ]);
    }

    private static BarRow Row((string Name, string? Address) region, long count) => new(region.Name, [count], region.Address);

    /// <summary>A listing stands on every rule that applies to it.</summary>
    private static IEnumerable<BarRow> ByBasis(IEnumerable<(long Count, List<Rule> Rules)> terms, PageText texts) => terms
        .SelectMany(term => term.Rules.Count == 0
            ? [(Basis: texts["overview.noBasis"], term.Count)]
            : term.Rules.Select(rule => (Basis: rule.Title + rule.Article, term.Count)).Distinct())
        .GroupBy(term => term.Basis, term => term.Count)
        .Select(basis => new BarRow(basis.Key, [basis.Sum()]))
        .OrderByDescending(row => row.Counts[0]);

    private static IEnumerable<BarRow> ByMonth(IReadOnlyList<(long Count, DateOnly? LastDay)> terms, DateOnly today, PageText texts)
    {
        var later = FirstOf(today).AddMonths(MonthsAhead);
        var months = terms.Where(term => term.LastDay < later).GroupBy(term => FirstOf(term.LastDay!.Value), term => term.Count).OrderBy(month => month.Key)
            .Select(month => new BarRow(month.Key.ToString("yyyy-MM"), [month.Sum()]));
        BarRow[] others =
        [
            new(texts["overview.later", later.ToString("yyyy-MM")], [terms.Where(term => term.LastDay >= later).Sum(term => term.Count)]),
            new(texts["overview.noEnd"], [terms.Where(term => term.LastDay is null).Sum(term => term.Count)]),
        ];
        return months.Concat(others.Where(row => row.Counts[0] > 0));
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
