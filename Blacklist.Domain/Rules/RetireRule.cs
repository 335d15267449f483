using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Takes a rule out of the catalogue.</summary>
public sealed record RetireRule(string RuleId, string Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(RuleCatalogue catalogue, RetireRule command) =>
        catalogue.Find(command.RuleId) is null ? Outcome.Nothing : Outcome.Record(new RuleRetired(command.RuleId, command.Reason, command.By));
}
