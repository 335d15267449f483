using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Letters;

/// <summary>资格限制: what a listing means under one rule, as a letter tells it.</summary>
/// <param name="Positions">Each position it bars from.</param>
/// <param name="ReviewPositions">Positions that a person looks at.</param>
/// <param name="From">The day from which the term is counted.</param>
/// <param name="Until">The last day; null when it is indefinite.</param>
public sealed record Restriction(Rule Rule, IReadOnlyList<Position> Positions, IReadOnlyList<Position> ReviewPositions, DateOnly From, DateOnly? Until)
{
    /// <summary>Under the rules that the proposal names, or when it names none, under all that restrict because of such a decision and such a part.</summary>
    public static IReadOnlyList<Restriction> Intended(ListingProposed proposal, RuleCatalogue rules) =>
        [.. rules.Rules.Where(rule => IsMeant(rule, proposal)).Select(rule => Under(rule, proposal, ListingChanges.None, proposal.DispositionDate))];

    /// <summary>The same as variations left them on a day.</summary>
    public static IReadOnlyList<Restriction> On(DateOnly day, ListingProposed proposal, RuleCatalogue rules, ListingChanges changes) =>
    [
        .. rules.Rules.Where(rule => IsMeant(rule, proposal)).Select(rule => Under(rule, proposal, changes, day))
            .Where(restriction => restriction.Positions is not []),
    ];

    /// <summary>An unconfirmed rule, or one that was not valid when its term began, restricts nobody: no letter threatens with it.</summary>
    private static bool IsMeant(Rule rule, ListingProposed proposal) =>
        rule is { Effect: Effect.Restricted, Confirmed: not null, IsUnderReview: false } && rule.IsValidOn(proposal.DispositionDate)
        && rule.AppliesTo.Includes(proposal.Disposition, proposal.Part, proposal.RegisteredAs)
        && (proposal.IntendedRules is [] || proposal.IntendedRules.Contains(rule.Id));

    private static Restriction Under(Rule rule, ListingProposed proposal, ListingChanges changes, DateOnly day) => new(
        rule,
        [.. Enum.GetValues<Position>().Where(position => rule.Bars.Names(position) && changes.Bars(position, day))],
        [.. rule.Bars.ReviewPositions.Where(position => changes.Bars(position, day))],
        proposal.DispositionDate,
        new[] { rule.Term.EndsOn(proposal.DispositionDate), changes.EndsOn(day) }.Min());
}
