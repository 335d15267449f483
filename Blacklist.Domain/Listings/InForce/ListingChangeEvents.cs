using Blacklist.Domain.Kernel;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>The listing is void from its beginning; nobody is or was rightly restricted by it.</summary>
[StoredName("listing_annulled")]
public sealed record ListingAnnulled(
    ListingId ListingId, string DocumentNumber, DateOnly AnnulledOn, string Reason, ClerkId By) : IEvent;

/// <summary>An admitted appeal contests the listing: it stays in force, and every answer carries the mark.</summary>
[StoredName("listing_disputed")]
public sealed record ListingDisputed(ListingId ListingId, AppealId AppealId, ClerkId By) : IEvent;

/// <summary>The person's own words travel with the listing; the vault keeps them, the latest replace earlier ones.</summary>
[StoredName("person_statement_attached")]
public sealed record PersonStatementAttached(ListingId ListingId, AppealId AppealId, Guid StatementId, ClerkId By) : IEvent;

/// <summary>The appeal is over; the mark goes when no other appeal is open.</summary>
[StoredName("listing_dispute_settled")]
public sealed record ListingDisputeSettled(ListingId ListingId, AppealId AppealId, ClerkId By) : IEvent;

/// <summary>The effect rests from a day to a day, both included, or until it is resumed.</summary>
[StoredName("listing_suspended")]
public sealed record ListingSuspended(
    ListingId ListingId, DateOnly From, DateOnly? Until, string DocumentNumber, string Reason, ClerkId By) : IEvent;

/// <summary>The suspension ends early: from this day on the listing has its effect again.</summary>
[StoredName("listing_resumed")]
public sealed record ListingResumed(
    ListingId ListingId, DateOnly ResumedOn, string DocumentNumber, string Reason, ClerkId By) : IEvent;

/// <summary>变更: from a day on the listing restricts less than the rules would.</summary>
/// <param name="EndsOn">Last day of any restriction by it; null leaves the rules' terms.</param>
/// <param name="Positions">Positions it still bars from; an empty list leaves all that the rules name.</param>
[StoredName("listing_varied")]
public sealed record ListingVaried(
    ListingId ListingId,
    DateOnly EffectiveOn,
    DateOnly? EndsOn,
    IReadOnlyList<Position> Positions,
    string DocumentNumber,
    string Reason,
    ClerkId By) : IEvent;

/// <summary>The listing does not bar from the named organizations, from a day to a day, both included.</summary>
/// <param name="Until">Null as long as the listing lasts.</param>
[StoredName("listing_waived")]
public sealed record ListingWaived(
    ListingId ListingId,
    Guid WaiverId,
    IReadOnlyList<string> Organizations,
    DateOnly From,
    DateOnly? Until,
    string DocumentNumber,
    string Reason,
    ClerkId By) : IEvent;

/// <summary>The waiver is taken back: from this day on it spares nobody.</summary>
[StoredName("waiver_withdrawn")]
public sealed record WaiverWithdrawn(
    ListingId ListingId, Guid WaiverId, DateOnly WithdrawnOn, string DocumentNumber, string Reason, ClerkId By) : IEvent;

/// <summary>信用修复: from this day on the listing restricts nobody; what it did before stands.</summary>
[StoredName("listing_repaired")]
public sealed record ListingRepaired(
    ListingId ListingId, DateOnly RepairedOn, string DocumentNumber, string Reason, ClerkId By) : IEvent;

/// <summary>The last term that the rules give the listing is over. A record only: the dates had ended its effect.</summary>
/// <param name="LastDay">The last day on which it could restrict.</param>
/// <param name="Rules">The rules whose terms ran.</param>
[StoredName("listing_lapsed")]
public sealed record ListingLapsed(ListingId ListingId, DateOnly LastDay, IReadOnlyList<string> Rules, ClerkId By) : IEvent;
