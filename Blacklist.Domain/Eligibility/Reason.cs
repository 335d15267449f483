using Blacklist.Domain.Identity;
using Blacklist.Domain.Rules;

namespace Blacklist.Domain.Eligibility;

/// <summary>Why an answer is as it is: one listing seen under one rule.</summary>
/// <param name="Until">Last day of the restriction; null when the rule is indefinite.</param>
/// <param name="MatchedBy">The document that matched; null when only the name did.</param>
/// <param name="Missing">Elements the rule demands that are not there.</param>
public sealed record Reason(
    ReasonCode Code,
    Verdict Effect,
    string ListingNumber,
    Rule Rule,
    DateOnly? Until,
    DocumentType? MatchedBy,
    bool Disputed,
    IReadOnlyList<Element> Missing)
{
    /// <summary>Two clerks found that the applicant is the listed person; no document says so.</summary>
    public bool ByFinding { get; init; }

    /// <summary>Under which the vault keeps what the listed person says to it; null when there is nothing, or the applicant is somebody else.</summary>
    public Guid? StatementId { get; init; }
}

/// <summary>The reasons an answer can give; callers may branch on them.</summary>
public enum ReasonCode
{
    /// <summary>Document and name match a listing in force, a rule bars the position, everything it demands is there.</summary>
    ListingInForce,

    /// <summary>The same, but an element that the rule demands is missing.</summary>
    ElementMissing,

    /// <summary>The document matches, the name does not.</summary>
    NameIncompatible,

    /// <summary>The document matches, but another document, the birth date or the sex contradicts.</summary>
    ParticularsDiffer,

    /// <summary>The name matches and no document tells the two persons apart.</summary>
    NameOnly,

    /// <summary>The rule itself only asks for a human look.</summary>
    RuleAsksForReview,

    /// <summary>The rule is a policy document, and all of these were set to review.</summary>
    PolicyDocumentUnderReview,

    /// <summary>The rule's text is not confirmed.</summary>
    RuleUnconfirmed,

    /// <summary>The rule is not in force, or was not when its term began.</summary>
    RuleNotInForce,

    /// <summary>The rule's text may or may not cover the position.</summary>
    PositionDoubtful,

    /// <summary>The effect of the listing rests on that day. Counts for nothing; shown so that it can be seen.</summary>
    ListingSuspended,

    /// <summary>The listing does not bar from the organization that is applied for. Counts for nothing; shown so that it can be seen.</summary>
    ListingWaived,

    /// <summary>A clerk found that the applicant is somebody else, and nothing new speaks against it. Counts for nothing.</summary>
    FoundDifferent,

    /// <summary>Same name, another document of the same type: another person. Counts for nothing; recorded so that it can be seen.</summary>
    DifferentDocument,
}
