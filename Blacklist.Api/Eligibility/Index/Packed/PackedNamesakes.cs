using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Bearers of names compatible with an applicant's, all with a resident number, none with the applicant's.</summary>
/// <param name="names">Each once.</param>
/// <param name="same">Rows of the applicant's own numbers.</param>
internal sealed class PackedNamesakes(PackedListings listings, IReadOnlyList<NearName> names, IReadOnlyList<int> same) : Namesakes
{
    /// <summary>Each of them as an object.</summary>
    public IEnumerable<ListedPerson> All => Rows(names).Where(row => listings.Counts(row) && !same.Contains(row)).Select(listings.Open);

    public override (int Pairs, IReadOnlyList<(NameGrade Grade, ListingFacts Listing)> First) Reached(IReadOnlyList<RuleReach> rules, int most)
    {
        if (rules.Count == 0)
        {
            return (0, []);
        }

        using var sieve = new RuleSieve(rules);
        var pairs = Count(sieve);
        return (pairs, pairs == 0 ? [] : [.. First(sieve).Take(most)]);
    }

    private int Count(RuleSieve sieve)
    {
        var marks = listings.Marks;
        var pairs = 0;
        foreach (var name in names)
        {
            var (from, to) = listings.RowsOf(name.Name);
            foreach (var mark in marks[from..to])
            {
                pairs += sieve.Reaching(mark);
            }

            foreach (var row in same)
            {
                pairs -= from <= row && row < to ? sieve.Reaching(marks[row]) : 0;
            }
        }

        return pairs;
    }

    private IEnumerable<(NameGrade Grade, ListingFacts Listing)> First(RuleSieve sieve) =>
        names.GroupBy(name => name.Grade).OrderBy(alike => alike.Key).SelectMany(alike => Rows([.. alike])
            .Where(row => sieve.Reaching(listings.Marks[row]) > 0 && !same.Contains(row))
            .Select(row => (alike.Key, listings.FactsAt(row))));

    /// <summary>By listing number.</summary>
    private IEnumerable<int> Rows(IReadOnlyList<NearName> alike)
    {
        var rows = alike.Select(name => listings.RowsOf(name.Name)).SelectMany(rows => Enumerable.Range(rows.From, rows.To - rows.From));
        return alike.Count == 1 ? rows : rows.OrderBy(row => listings[row].Number);
    }
}
