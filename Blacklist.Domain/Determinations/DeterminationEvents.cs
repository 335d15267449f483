using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Determinations;

/// <summary>认定: a clerk looked at a <c>review</c> and found whether applicant and listed person are one.</summary>
/// <param name="ApplicantId">The applicant, as the identity vault knows one; null when no document makes the finding last beyond the check.</param>
/// <param name="DocumentMatched">A document number matched when the clerk looked; a number that matches later contradicts the finding.</param>
[StoredName("determination_recorded")]
public sealed record DeterminationRecorded(
    DeterminationId DeterminationId,
    Guid CheckId,
    int ApplicantIndex,
    ListingId ListingId,
    PersonId? ApplicantId,
    Finding Finding,
    bool DocumentMatched,
    string Reason,
    ClerkId By) : IEvent;

/// <summary>A second clerk came to the same finding: from now on it can refuse.</summary>
[StoredName("determination_confirmed")]
public sealed record DeterminationConfirmed(DeterminationId DeterminationId, ListingId ListingId, PersonId? ApplicantId, string Reason, ClerkId By) : IEvent;

/// <summary>The finding no longer counts.</summary>
[StoredName("determination_revoked")]
public sealed record DeterminationRevoked(DeterminationId DeterminationId, ListingId ListingId, PersonId? ApplicantId, string Reason, ClerkId By) : IEvent;
