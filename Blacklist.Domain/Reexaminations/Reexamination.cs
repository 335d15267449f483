using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Reexaminations;

/// <summary>Where a re-examination stands.</summary>
public enum ReexaminationStatus
{
    /// <summary>The stream has no event.</summary>
    None,

    /// <summary>The application is to be examined again.</summary>
    Open,

    /// <summary>It was.</summary>
    Completed,
}

/// <summary>State of a re-examination's stream: one check that refused wrongly.</summary>
public sealed record Reexamination
{
    public static readonly Reexamination Initial = new();

    public static readonly StreamKind<Reexamination> Stream = new("reexamination", Initial, Evolve);

    public ReexaminationId Id { get; private init; }

    public ReexaminationStatus Status { get; private init; }

    public RegionCode Region { get; private init; } = RegionCode.Nation;

    /// <summary>Who asked the check.</summary>
    public ClerkId Caller { get; private init; }

    public ReexaminationOutcome? Outcome { get; private init; }

    public static Reexamination Evolve(Reexamination state, IEvent fact) => fact switch
    {
        ReexaminationOpened e => new Reexamination { Id = e.ReexaminationId, Status = ReexaminationStatus.Open, Region = e.Region, Caller = e.Caller },
        ReexaminationCompleted e => state with { Status = ReexaminationStatus.Completed, Outcome = e.Outcome },
        _ => state,
    };
}
