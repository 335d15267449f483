using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Determinations;

/// <summary>What a clerk found about an applicant and a listed person.</summary>
public enum Finding
{
    /// <summary>The applicant is the listed person.</summary>
    SamePerson,

    /// <summary>The applicant is somebody else.</summary>
    DifferentPerson,
}

/// <summary>Where a determination stands.</summary>
public enum DeterminationStatus
{
    /// <summary>The stream has no event.</summary>
    None,

    /// <summary>Somebody else: a clearance of this applicant from this listing.</summary>
    FoundDifferent,

    /// <summary>One clerk says the same person; nobody is refused by one.</summary>
    FoundSameOnce,

    /// <summary>Two clerks say the same person.</summary>
    FoundSameTwice,
    Revoked,
}

/// <summary>State of a determination's stream: one applicant and one listing.</summary>
public sealed record Determination
{
    public static readonly Determination Initial = new();

    public static readonly StreamKind<Determination> Stream = new("determination", Initial, Evolve);

    public DeterminationId Id { get; private init; }

    public DeterminationStatus Status { get; private init; }

    /// <summary>The check that gave rise to it.</summary>
    public Guid CheckId { get; private init; }

    public ListingId ListingId { get; private init; }

    public PersonId? ApplicantId { get; private init; }

    public ClerkId FirstBy { get; private init; }

    /// <summary>A document number matched when the clerk looked.</summary>
    public bool DocumentMatched { get; private init; }

    public static Determination Evolve(Determination state, IEvent fact) => fact switch
    {
        DeterminationRecorded e => new Determination
        {
            Id = e.DeterminationId,
            Status = e.Finding == Finding.DifferentPerson ? DeterminationStatus.FoundDifferent : DeterminationStatus.FoundSameOnce,
            CheckId = e.CheckId,
            ListingId = e.ListingId,
            ApplicantId = e.ApplicantId,
            FirstBy = e.By,
            DocumentMatched = e.DocumentMatched,
        },
        DeterminationConfirmed => state with { Status = DeterminationStatus.FoundSameTwice },
        DeterminationRevoked => state with { Status = DeterminationStatus.Revoked },
        _ => state,
    };
}
