using Blacklist.Domain.Determinations;
using Blacklist.Domain.Matching;

namespace Blacklist.Domain.Eligibility;

/// <summary>A listing that may mean the applicant, and what clerks have found about the two before.</summary>
public sealed record Candidate(ListedPerson Person, StandingFinding? Finding = null);

/// <summary>What stands of a determination: found different, or found the same by one clerk or two.</summary>
/// <param name="DocumentMatched">A document number matched when the clerk looked.</param>
public sealed record StandingFinding(DeterminationStatus Status, bool DocumentMatched)
{
    /// <summary>Two clerks found the same person: counts as much as a document.</summary>
    public bool IsSame => Status == DeterminationStatus.FoundSameTwice;

    public bool IsDifferent => Status == DeterminationStatus.FoundDifferent;

    /// <summary>Somebody else; but a number that matches now and did not then is a new fact, and the clearance falls.</summary>
    public bool Clears(PersonMatch match) =>
        IsDifferent && (DocumentMatched || match.MatchedBy is null);
}
