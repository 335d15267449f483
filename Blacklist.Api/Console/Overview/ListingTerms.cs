using Blacklist.Api.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Console.Overview;

/// <summary>What the rules as they stand say of the terms of listings: one reading for the numbers and for the rows behind them.</summary>
internal sealed class ListingTerms(IEnumerable<Rule> rules)
{
    private readonly List<Rule> _rules = [.. rules];

    /// <summary>A listing stands on every rule that applies to it.</summary>
    public IReadOnlyList<Rule> BasesOf(ListingTerm term) =>
        [.. _rules.Where(rule => rule.AppliesTo.Includes(term.Disposition, term.Part, term.RegisteredAs))];

    /// <returns>Null where it has no end.</returns>
    public DateOnly? LastDayOf(ListingTerm term) =>
        LastTerm.Of(_rules, term.Disposition, term.Part, term.RegisteredAs, term.DispositionDate, term.EndsOn)?.LastDay;
}
