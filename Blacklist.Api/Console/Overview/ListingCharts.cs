using Blacklist.Api.Listings;
using Blacklist.Api.Pages;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Console.Overview;

/// <summary>Listings in force, as a head of office reads them: where, on what basis, until when.</summary>
/// <param name="ExpiringNextMonth">Those whose last day lies in the month after today's.</param>
internal sealed record ListingCharts(long Total, long ExpiringNextMonth, IReadOnlyList<BarChart> Charts)
{
    private const int MonthsAhead = 24;

    private static readonly IReadOnlyList<(string, string)> Count = [("overview.listings", "")];

    /// <param name="places">Rows of the regions.</param>
    /// <param name="rowsOf">Address of the rows that a query narrows; null where no page shows them.</param>
    public static ListingCharts Of(
        IReadOnlyList<BarRow> places, IReadOnlyList<TermCount> counts, IEnumerable<Rule> rules, DateOnly today, Func<string, string?> rowsOf, PageText texts)
    {
        var terms = new ListingTerms(rules);
        var next = NextMonth(today);
        var ends = counts.Select(count => (LastDay: terms.LastDayOf(count.Term), count.Count)).ToList();
        return new ListingCharts(
            places.Sum(place => place.Counts[0]), ends.Where(end => end.LastDay >= next && end.LastDay < next.AddMonths(1)).Sum(end => end.Count),
            [
                new BarChart("overview.byRegion", "overview.region", Count, places),
                new BarChart("overview.byBasis", "overview.basis", Count, [.. ByBasis(counts, terms, rowsOf, texts)]),
                new BarChart("overview.byTermEnd", "overview.month", Count, [.. ByMonth(ends, today, rowsOf, texts)]),
            ]);
    }

    public static DateOnly NextMonth(DateOnly today) => FirstOf(today).AddMonths(1);

    private static IEnumerable<BarRow> ByBasis(IReadOnlyList<TermCount> counts, ListingTerms terms, Func<string, string?> rowsOf, PageText texts) => counts
        .SelectMany(count => terms.BasesOf(count.Term) is { Count: > 0 } bases
            ? bases.Select(rule => (Basis: rule.Id, Label: $"{rule.Title} {rule.Article}", count.Count))
            : [(TermQuery.None, texts["overview.noBasis"], count.Count)])
        .GroupBy(one => (one.Basis, one.Label), one => one.Count)
        .Select(basis => new BarRow(basis.Key.Label, [basis.Sum()], rowsOf($"&basis={Uri.EscapeDataString(basis.Key.Basis)}")))
        .OrderByDescending(row => row.Counts[0]);

    private static IEnumerable<BarRow> ByMonth(List<(DateOnly? LastDay, long Count)> ends, DateOnly today, Func<string, string?> rowsOf, PageText texts)
    {
        var later = FirstOf(today).AddMonths(MonthsAhead);
        var months = ends.Where(end => end.LastDay < later).GroupBy(end => FirstOf(end.LastDay!.Value), end => end.Count).OrderBy(month => month.Key)
            .Select(month => Row(TermQuery.In(month.Key), TermQuery.In(month.Key), month.Sum()));
        BarRow[] others =
        [
            Row(texts["overview.later", TermQuery.In(later)], TermQuery.From(later), ends.Where(end => end.LastDay >= later).Sum(end => end.Count)),
            Row(texts["overview.noEnd"], TermQuery.Never, ends.Where(end => end.LastDay is null).Sum(end => end.Count)),
        ];
        return months.Concat(others.Where(row => row.Counts[0] > 0));

        BarRow Row(string label, string query, long count) => new(label, [count], rowsOf("&ends=" + query));
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
