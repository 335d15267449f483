using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Listings;

/// <summary>A case officer proposes to list a responsible person. Carries what the verdict needs of the decision.</summary>
[StoredName("listing_proposed")]
public sealed record ListingProposed(
    ListingId ListingId,
    string Number,
    BannedOrganizationId OrganizationId,
    PersonId PersonId,
    Part Part,
    IdentifiedBy IdentifiedBy,
    Guid DispositionId,
    DispositionKind Disposition,
    DateOnly DispositionDate,
    string DispositionDocument,
    OrganizationKind? RegisteredAs,
    RegionCode Region,
    string? Facts,
    ClerkId By) : IEvent;

/// <summary>告知: the person was told facts, grounds and rights. <paramref name="StatementUntil"/> is the last day of the statement period.</summary>
[StoredName("notice_served")]
public sealed record NoticeServed(
    ListingId ListingId,
    DateOnly ServedOn,
    ServiceMethod Method,
    string Proof,
    DateOnly StatementUntil,
    string CalendarVersion,
    ClerkId By) : IEvent;

/// <summary>陈述申辩: the person answered, or waived the right to.</summary>
[StoredName("statement_recorded")]
public sealed record StatementRecorded(
    ListingId ListingId, StatementKind Kind, DateOnly ReceivedOn, string Document, ClerkId By) : IEvent;

/// <summary>A second person decided to list: from now on the listing is in force.</summary>
[StoredName("listing_entered")]
public sealed record ListingEntered(
    ListingId ListingId, string DocumentNumber, DateOnly DecidedOn, string Reasons, ClerkId By) : IEvent;

/// <summary>A second person decided not to list.</summary>
[StoredName("listing_dropped")]
public sealed record ListingDropped(
    ListingId ListingId, string DocumentNumber, DateOnly DecidedOn, string Reasons, ClerkId By) : IEvent;

/// <summary>The listing is void; the person is no longer restricted by it.</summary>
[StoredName("listing_annulled")]
public sealed record ListingAnnulled(
    ListingId ListingId, string DocumentNumber, DateOnly AnnulledOn, string Reason, ClerkId By) : IEvent;
