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

    public override int Count(IReadOnlyList<RuleReach> rules)
    {
        if (rules.Count == 0)
        {
            return 0;
        }

        var (sieve, count) = (new RuleSieve(rules), 0);
        var marks = listings.Marks;
        foreach (var name in names)
        {
            var (from, to) = listings.RowsOf(name.Name);
            foreach (var mark in marks[from..to])
            {
                count += sieve.Reaching(mark);
            }

            foreach (var row in same)
            {
                count -= from <= row && row < to ? sieve.Reaching(marks[row]) : 0;
            }
        }

        return count;
    }

    public override IEnumerable<(NameGrade Grade, ListingFacts Listing)> InOrder(IReadOnlyList<RuleReach> rules)
    {
        var sieve = new RuleSieve(rules);
        return names.GroupBy(name => name.Grade).OrderBy(alike => alike.Key).SelectMany(alike => Rows([.. alike])
            .Where(row => sieve.Reaching(listings.Marks[row]) > 0 && !same.Contains(row))
            .Select(row => (alike.Key, listings.FactsAt(row))));
    }

    /// <summary>By listing number.</summary>
    private IEnumerable<int> Rows(IReadOnlyList<NearName> alike)
    {
        var rows = alike.Select(name => listings.RowsOf(name.Name)).SelectMany(rows => Enumerable.Range(rows.From, rows.To - rows.From));
        return alike.Count == 1 ? rows : rows.OrderBy(row => listings[row].Number);
    }
}
