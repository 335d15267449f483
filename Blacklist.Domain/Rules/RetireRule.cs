using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Takes a rule out of the catalogue.</summary>
public sealed record RetireRule(string RuleId, string Reason, ClerkId By)
{
    public static readonly Refusal Unknown = new("rule_unknown", "The catalogue never held this rule.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Unknown];

    public static Outcome Decide(RuleCatalogue catalogue, RetireRule command) => catalogue.Find(command.RuleId) switch
    {
        not null => Outcome.Record(new RuleRetired(command.RuleId, command.Reason, command.By)),
        null when catalogue.WasRetired(command.RuleId) => Outcome.Nothing,
        null => Outcome.Refuse(Unknown),
    };
}
