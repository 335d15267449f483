using System.Collections.Immutable;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings.InForce;
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

    public BannedOrganizationId OrganizationId { get; private init; }

    public Guid DispositionId { get; private init; }

    public PersonId PersonId { get; private init; }

    public IdentifiedBy IdentifiedBy { get; private init; }

    public string Number { get; private init; } = "";

    public RegionCode Region { get; private init; } = RegionCode.Nation;

    public DateOnly DispositionDate { get; private init; }

    public string? Facts { get; private init; }

    public string? Grounds { get; private init; }

    public ClerkId ProposedBy { get; private init; }

    /// <summary>The last attempt to serve the notice that did not reach the person.</summary>
    public ServiceAttempted? FailedService { get; private init; }

    public NoticeServed? Notice { get; private init; }

    /// <summary>The day on which the notice was given: that of the announcement, which the person may answer before it counts as served.</summary>
    public DateOnly? NoticeGivenOn => Notice?.AnnouncedOn ?? Notice?.ServedOn;

    public StatementKind? Statement { get; private init; }

    /// <summary>When the person answered, or waived it.</summary>
    public DateOnly? StatementReceivedOn { get; private init; }

    public DateOnly? DecidedOn { get; private init; }

    /// <summary>Who proposed, served the notice or decided: none of them has an appeal against the listing.</summary>
    public ImmutableHashSet<ClerkId> Participants { get; private init; } = [];

    public ListingChanges Changes { get; private init; } = ListingChanges.None;

    /// <summary>It was decided to list, whatever became of it but annulment.</summary>
    public bool WasEntered => Status is ListingStatus.InForce or ListingStatus.Repaired or ListingStatus.Lapsed;

    /// <summary>The person was told of it, and it was neither dropped nor annulled.</summary>
    public bool WasAnnounced => Status is ListingStatus.NoticeServed || WasEntered;

    public static Listing Evolve(Listing state, IEvent fact) => fact switch
    {
        ListingProposed e => Proposed(e),
        ServiceAttempted e => state.With(e.By) with { FailedService = e },
        NoticeServed e => state.With(e.By) with { Status = ListingStatus.NoticeServed, Notice = e },
        StatementRecorded e => state with { Statement = e.Kind, StatementReceivedOn = e.ReceivedOn },
        ListingEntered e => state.With(e.By) with { Status = ListingStatus.InForce, DecidedOn = e.DecidedOn },
        ListingDropped e => state.With(e.By) with { Status = ListingStatus.Dropped, DecidedOn = e.DecidedOn },
        ListingAnnulled => state with { Status = ListingStatus.Annulled },
        ListingRepaired => state with { Status = ListingStatus.Repaired, Changes = ListingChanges.Evolve(state.Changes, fact) },
        ListingLapsed => state with { Status = ListingStatus.Lapsed },
        _ => state with { Changes = ListingChanges.Evolve(state.Changes, fact) },
    };

    private static Listing Proposed(ListingProposed e) => Initial with
    {
        Id = e.ListingId,
        OrganizationId = e.OrganizationId,
        DispositionId = e.DispositionId,
        PersonId = e.PersonId,
        IdentifiedBy = e.IdentifiedBy,
        Number = e.Number,
        Status = ListingStatus.Proposed,
        Region = e.Region,
        DispositionDate = e.DispositionDate,
        Facts = e.Facts,
        Grounds = e.Grounds,
        ProposedBy = e.By,
        Participants = [e.By],
    };

    private Listing With(ClerkId participant) => this with { Participants = Participants.Add(participant) };
}
