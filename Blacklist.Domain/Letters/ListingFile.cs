using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Domain.Letters;

/// <summary>The papers of a listing, as letters tell them: each step with its document, its day and its reasons.</summary>
public sealed record ListingFile
{
    public static readonly ListingFile Empty = new();

    public ListingProposed? Proposal { get; private init; }

    public NoticeServed? Notice { get; private init; }

    public StatementRecorded? Statement { get; private init; }

    public ListingEntered? Entered { get; private init; }

    public ListingDropped? Dropped { get; private init; }

    public ListingRepaired? Repaired { get; private init; }

    public bool IsDisputed => Changes.IsDisputed;

    /// <summary>What happened to it since it was decided.</summary>
    public ListingChanges Changes { get; private init; } = ListingChanges.None;

    public static ListingFile Evolve(ListingFile file, IEvent fact) => fact switch
    {
        ListingProposed e => Empty with { Proposal = e }, // a dropped proposal that is made again is a new file
        NoticeServed e => file with { Notice = e },
        StatementRecorded e => file with { Statement = e },
        ListingEntered e => file with { Entered = e },
        ListingDropped e => file with { Dropped = e },
        ListingRepaired e => file with { Repaired = e, Changes = ListingChanges.Evolve(file.Changes, e) },
        _ => file with { Changes = ListingChanges.Evolve(file.Changes, fact) },
    };
}
