using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Listings;

/// <summary>State of a listing's stream: only what deciding needs.</summary>
public sealed record Listing
{
    public static readonly Listing Initial = new();

    public static readonly StreamKind<Listing> Stream = new("listing", Initial, Evolve);

    public ListingId Id { get; private init; }

    public ListingStatus Status { get; private init; }

    public PersonId PersonId { get; private init; }

    public IdentifiedBy IdentifiedBy { get; private init; }

    public string Number { get; private init; } = "";

    public RegionCode Region { get; private init; } = RegionCode.Nation;

    public DateOnly DispositionDate { get; private init; }

    public ClerkId ProposedBy { get; private init; }

    public DateOnly? NoticeServedOn { get; private init; }

    public DateOnly? StatementUntil { get; private init; }

    public StatementKind? Statement { get; private init; }

    public DateOnly? DecidedOn { get; private init; }

    public static Listing Evolve(Listing state, IEvent fact) => fact switch
    {
        ListingProposed e => Initial with
        {
            Id = e.ListingId,
            PersonId = e.PersonId,
            IdentifiedBy = e.IdentifiedBy,
            Number = e.Number,
            Status = ListingStatus.Proposed,
            Region = e.Region,
            DispositionDate = e.DispositionDate,
            ProposedBy = e.By,
        },
        NoticeServed e => state with { Status = ListingStatus.NoticeServed, NoticeServedOn = e.ServedOn, StatementUntil = e.StatementUntil },
        StatementRecorded e => state with { Statement = e.Kind },
        ListingEntered e => state with { Status = ListingStatus.InForce, DecidedOn = e.DecidedOn },
        ListingDropped e => state with { Status = ListingStatus.Dropped, DecidedOn = e.DecidedOn },
        ListingAnnulled => state with { Status = ListingStatus.Annulled },
        _ => state,
    };
}
