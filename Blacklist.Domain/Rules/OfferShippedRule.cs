using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>
/// A row of the shipped file, at every start. It enters the catalogue where no person has had a hand in its rule; where one has, a row that the
/// file changed becomes a draft for a person to adopt. Whatever was offered once is not offered again.
/// </summary>
/// <param name="Source">Name of the file.</param>
public sealed record OfferShippedRule(Guid DraftId, Rule Rule, string Source)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(RuleCatalogue catalogue, OfferShippedRule command) => command.Rule switch
    {
        var rule when rule == catalogue.OfferedLast(rule.Id) || rule == catalogue.Find(rule.Id) => Outcome.Nothing,
        var rule when !catalogue.IsKeptByPersons(rule.Id) => Outcome.Record(new RuleAdopted(rule, ClerkId.ReferenceData)),
        var rule when catalogue.OpenDraftOf(rule.Id) is { } open && open.By != ClerkId.ReferenceData => Outcome.Nothing, // after that one is settled
        var rule => Outcome.Record(new RuleDrafted(command.DraftId, rule, command.Source, ClerkId.ReferenceData)),
    };
}
