using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>A rule entered the catalogue, or replaced the row of the same id.</summary>
[StoredName("rule_adopted")]
public sealed record RuleAdopted(Rule Rule, ClerkId By) : IEvent;

/// <summary>The rule no longer bars anybody; answers given under it keep its version.</summary>
[StoredName("rule_retired")]
public sealed record RuleRetired(string RuleId, string Reason, ClerkId By) : IEvent;
