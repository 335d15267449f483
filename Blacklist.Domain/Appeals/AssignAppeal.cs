using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Domain.Appeals;

/// <summary>Gives the appeal to somebody who took no part in the listing; may be given to somebody else later.</summary>
public sealed record AssignAppeal(ClerkId AssignedTo, ClerkId By)
{
    public static readonly Refusal NotPending = new("appeal_not_pending", "Only an admitted appeal that is not decided yet can be assigned.");

    public static readonly Refusal TookPart = new("assignee_took_part_in_listing", "Who took part in the listing cannot have the appeal against it.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotPending, TookPart];

    public static Outcome Decide(Appeal appeal, Listing listing, AssignAppeal command) => appeal switch
    {
        { IsPending: false } => Outcome.Refuse(NotPending),
        _ when appeal.AssignedTo == command.AssignedTo => Outcome.Nothing,
        _ when listing.Participants.Contains(command.AssignedTo) => Outcome.Refuse(TookPart),
        _ => Outcome.Record(new AppealAssigned(appeal.Id, command.AssignedTo, command.By)),
    };
}
