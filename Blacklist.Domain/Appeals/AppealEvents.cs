using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Appeals;

/// <summary>An appeal came in. Who appeals is the listed person; what they say in their own words lies sealed in the vault.</summary>
/// <param name="Number">Number of the appeal, region–year–sequence.</param>
/// <param name="Document">Reference of the paper that was handed in.</param>
/// <param name="StatementId">Under which the vault keeps the person's own words; null when there are none.</param>
/// <param name="AdmitBy">Until when it must be admitted or rejected, and why until then.</param>
/// <param name="WarnFrom">The day from which it is told that this comes near.</param>
[StoredName("appeal_filed")]
public sealed record AppealFiled(
    AppealId AppealId,
    string Number,
    AppealKind Kind,
    ListingId ListingId,
    RegionCode Region,
    AppealChannel Channel,
    DateOnly ReceivedOn,
    string Document,
    Guid? StatementId,
    Deadline AdmitBy,
    DateOnly WarnFrom,
    ClerkId By) : IEvent;

/// <summary>受理: it will be decided.</summary>
/// <param name="DecideBy">Until when, and why until then.</param>
/// <param name="WarnFrom">The day from which it is told that this comes near.</param>
[StoredName("appeal_admitted")]
public sealed record AppealAdmitted(AppealId AppealId, DateOnly AdmittedOn, Deadline DecideBy, DateOnly WarnFrom, ClerkId By) : IEvent;

/// <summary>不予受理: it will not be decided, and why.</summary>
[StoredName("appeal_rejected")]
public sealed record AppealRejected(AppealId AppealId, DateOnly RejectedOn, string DocumentNumber, string Reason, ClerkId By) : IEvent;

/// <summary>Somebody who took no part in the listing has it now.</summary>
[StoredName("appeal_assigned")]
public sealed record AppealAssigned(AppealId AppealId, ClerkId AssignedTo, ClerkId By) : IEvent;

/// <summary>A piece of evidence was put to the file.</summary>
[StoredName("appeal_evidence_recorded")]
public sealed record AppealEvidenceRecorded(
    AppealId AppealId, Evidence Evidence, EvidenceFrom From, DateOnly ReceivedOn, ClerkId By) : IEvent;

/// <summary>The person is invited to be heard.</summary>
/// <param name="DocumentNumber">Of the invitation.</param>
/// <param name="WarnFrom">The day from which it is told that the hearing comes near.</param>
[StoredName("hearing_scheduled")]
public sealed record HearingScheduled(
    AppealId AppealId, DateOnly HeldOn, string Place, string DocumentNumber, DateOnly WarnFrom, ClerkId By) : IEvent;

/// <summary>The hearing took place, or the person stayed away; its record lies in the file.</summary>
[StoredName("hearing_recorded")]
public sealed record HearingRecorded(AppealId AppealId, DateOnly HeldOn, bool Attended, string Record, ClerkId By) : IEvent;

/// <summary>The appeal is decided, and the listing is what the remedy makes of it from the same moment on.</summary>
/// <param name="EndsOn">Of a variation: last day of any restriction.</param>
/// <param name="Positions">Of a variation: the positions that stay barred; an empty list leaves them all.</param>
[StoredName("appeal_decided")]
public sealed record AppealDecided(
    AppealId AppealId,
    Remedy Remedy,
    DateOnly? EndsOn,
    IReadOnlyList<Position> Positions,
    string DocumentNumber,
    DateOnly DecidedOn,
    string Reasons,
    ClerkId By) : IEvent;

/// <summary>The person took the appeal back.</summary>
[StoredName("appeal_withdrawn")]
public sealed record AppealWithdrawn(AppealId AppealId, DateOnly WithdrawnOn, string Document, string Reason, ClerkId By) : IEvent;
