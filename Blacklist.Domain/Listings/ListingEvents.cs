using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Listings;

/// <summary>A case officer proposes to list a responsible person. Carries what the verdict needs of the decision.</summary>
/// <param name="Facts">What the proposal rests on beyond the decision; no names or numbers of persons.</param>
/// <param name="Grounds">Why that makes the person responsible.</param>
/// <param name="IntendedRules">Rules under which the officer means to restrict; told to the person in the notice.</param>
[StoredName("listing_proposed_v2")]
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
    string? Grounds,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<string> IntendedRules,
    ClerkId By) : IEvent;

/// <summary>The notice did not reach the person, and why; what permits another method of service.</summary>
[StoredName("service_attempted")]
public sealed record ServiceAttempted(
    ListingId ListingId, DateOnly AttemptedOn, ServiceFailure Failure, string Proof, ClerkId By) : IEvent;

/// <summary>告知: the person was told facts, grounds and rights.</summary>
/// <param name="ServedOn">The day from which it counts as served.</param>
/// <param name="AnnouncedOn">公告: the day of the announcement; null for every other method.</param>
/// <param name="StatementPeriod">Until when the person may answer, and why until then.</param>
[StoredName("notice_served_v2")]
public sealed record NoticeServed(
    ListingId ListingId,
    DateOnly ServedOn,
    DateOnly? AnnouncedOn,
    ServiceMethod Method,
    string Proof,
    string Facts,
    string Grounds,
    Deadline StatementPeriod,
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
