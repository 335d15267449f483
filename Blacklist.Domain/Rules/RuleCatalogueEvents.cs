using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Somebody wants the row in the catalogue. An open draft of the same rule is replaced.</summary>
[StoredName("rule_drafted")]
public sealed record RuleDrafted(Guid DraftId, Rule Rule, string Reason, ClerkId By) : IEvent;

/// <summary>The draft will not be adopted.</summary>
[StoredName("rule_draft_discarded")]
public sealed record RuleDraftDiscarded(Guid DraftId, string Reason, ClerkId By) : IEvent;

/// <summary>A rule entered the catalogue, or replaced the row of the same id; an open draft that says the same is adopted by it.</summary>
[StoredName("rule_adopted")]
public sealed record RuleAdopted(Rule Rule, ClerkId By) : IEvent;

/// <summary>The rule no longer bars anybody; answers given under it keep its version.</summary>
[StoredName("rule_retired")]
public sealed record RuleRetired(string RuleId, string Reason, ClerkId By) : IEvent;

/// <summary>From now on a rule that rests on a policy document sends to a human where it would restrict.</summary>
[StoredName("policy_document_review_ordered")]
public sealed record PolicyDocumentReviewOrdered(string DocumentNumber, string Reason, ClerkId By) : IEvent;

/// <summary>Policy documents have the effect again that their rows say.</summary>
[StoredName("policy_document_review_ended")]
public sealed record PolicyDocumentReviewEnded(string DocumentNumber, string Reason, ClerkId By) : IEvent;
