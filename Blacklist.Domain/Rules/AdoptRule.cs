using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Takes a row into the catalogue; the same row again changes nothing.</summary>
public sealed record AdoptRule(Rule Rule, ClerkId By)
{
    public static readonly Refusal SourceMissing = new("rule_without_source", "A rule without source and article bars nobody.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [SourceMissing];

    public static Outcome Decide(RuleCatalogue catalogue, AdoptRule command) => command.Rule switch
    {
        var rule when rule.Equals(catalogue.Find(rule.Id)) => Outcome.Nothing,
        { Source: "" } or { Article: "" } => Outcome.Refuse(SourceMissing),
        var rule => Outcome.Record(new RuleAdopted(rule, command.By)),
    };
}
