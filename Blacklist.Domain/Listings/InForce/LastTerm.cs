using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>The end of the last term that the rules give a listing: from the next day on it bears on no verdict.</summary>
/// <param name="Rules">The rules whose terms ran.</param>
public sealed record LastTerm(DateOnly LastDay, IReadOnlyList<string> Rules)
{
    /// <param name="endsOn">Last day of any restriction, where a variation says so.</param>
    /// <returns>Null when no rule applies to the listing, or one of them restricts without end.</returns>
    public static LastTerm? Of(
        IEnumerable<Rule> rules, DispositionKind disposition, Part part, OrganizationKind? registeredAs, DateOnly dispositionDate, DateOnly? endsOn)
    {
        var terms = rules.Where(rule => rule.AppliesTo.Includes(disposition, part, registeredAs))
            .Select(rule => (rule.Id, LastDay: new[] { rule.Term.EndsOn(dispositionDate), endsOn }.Min())).ToList();
        return terms.Count == 0 || terms.Exists(term => term.LastDay is null)
            ? null
            : new LastTerm(terms.Max(term => term.LastDay!.Value), [.. terms.Select(term => term.Id)]);
    }
}
