using System.Collections.Immutable;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Appeals;

/// <summary>State of an appeal's stream: only what deciding needs.</summary>
public sealed record Appeal
{
    public static readonly Appeal Initial = new();

    public static readonly StreamKind<Appeal> Stream = new("appeal", Initial, Evolve);

    public AppealId Id { get; private init; }

    public AppealStatus Status { get; private init; }

    public string Number { get; private init; } = "";

    public AppealKind Kind { get; private init; }

    public ListingId ListingId { get; private init; }

    public RegionCode Region { get; private init; } = RegionCode.Nation;

    public DateOnly ReceivedOn { get; private init; }

    public Guid? StatementId { get; private init; }

    public DateOnly? AdmittedOn { get; private init; }

    /// <summary>Until when it must be admitted or rejected.</summary>
    public Deadline? AdmitBy { get; private init; }

    /// <summary>Until when it must be decided; null before it is admitted.</summary>
    public Deadline? DecideBy { get; private init; }

    public ClerkId? AssignedTo { get; private init; }

    public ImmutableList<Evidence> Evidence { get; private init; } = [];

    /// <summary>Day of the hearing that is announced and not yet recorded.</summary>
    public DateOnly? HearingOn { get; private init; }

    /// <summary>Days of the hearings that are on record.</summary>
    public ImmutableList<DateOnly> Heard { get; private init; } = [];

    /// <summary>It was admitted and nothing has ended it.</summary>
    public bool IsPending => Status is AppealStatus.Admitted or AppealStatus.Assigned;

    /// <summary>Until when the next step of the authority is to be done; null when none is left.</summary>
    public DateOnly? Due => Status == AppealStatus.Filed ? AdmitBy?.Due : IsPending ? DecideBy?.Due : null;

    public static Appeal Evolve(Appeal state, IEvent fact) => fact switch
    {
        AppealFiled e => Initial with
        {
            Id = e.AppealId,
            Status = AppealStatus.Filed,
            Number = e.Number,
            Kind = e.Kind,
            ListingId = e.ListingId,
            Region = e.Region,
            ReceivedOn = e.ReceivedOn,
            StatementId = e.StatementId,
            AdmitBy = e.AdmitBy,
        },
        AppealAdmitted e => state with { Status = AppealStatus.Admitted, AdmittedOn = e.AdmittedOn, DecideBy = e.DecideBy },
        AppealRejected => state with { Status = AppealStatus.Rejected },
        AppealAssigned e => state with { Status = AppealStatus.Assigned, AssignedTo = e.AssignedTo },
        AppealEvidenceRecorded e => state with { Evidence = state.Evidence.Add(e.Evidence) },
        HearingScheduled e => state with { HearingOn = e.HeldOn },
        HearingRecorded e => state with { HearingOn = null, Heard = state.Heard.Add(e.HeldOn) },
        AppealDecided => state with { Status = AppealStatus.Decided },
        AppealWithdrawn => state with { Status = AppealStatus.Withdrawn },
        _ => state,
    };
}
