using System.Collections.Immutable;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>The rules in the order they were adopted; one stream holds them all.</summary>
public sealed record RuleCatalogue
{
    public static readonly Guid StreamId = new("00000000-0000-8000-8000-000000000001");

    public static readonly RuleCatalogue Initial = new();

    public static readonly StreamKind<RuleCatalogue> Stream = new("rule_catalogue", Initial, Evolve);

    /// <summary>Number of changes so far; a check records the version it used.</summary>
    public int Version { get; private init; }

    public ImmutableList<Rule> Rules { get; private init; } = [];

    public Rule? Find(string id) => Rules.Find(rule => rule.Id == id);

    public static RuleCatalogue Evolve(RuleCatalogue state, IEvent fact) => fact switch
    {
        RuleAdopted e when state.Find(e.Rule.Id) is { } old => state with { Version = state.Version + 1, Rules = state.Rules.Replace(old, e.Rule) },
        RuleAdopted e => state with { Version = state.Version + 1, Rules = state.Rules.Add(e.Rule) },
        RuleRetired e => state with { Version = state.Version + 1, Rules = state.Rules.RemoveAll(rule => rule.Id == e.RuleId) },
        _ => state,
    };
}
