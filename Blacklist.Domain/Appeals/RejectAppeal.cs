using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Domain.Appeals;

/// <summary>不予受理: the appeal is not taken up, with document and reason; by somebody who took no part in the listing.</summary>
public sealed record RejectAppeal(DateOnly RejectedOn, string DocumentNumber, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotFiled = new("appeal_not_waiting", "Only an appeal that waits for admission can be admitted or rejected.");

    public static readonly Refusal TookPart = new("rejecter_took_part_in_listing", "Who took part in the listing cannot reject the appeal against it.");

    public static readonly Refusal BeforeReceipt = new("rejection_before_receipt", "The appeal cannot be rejected before it was received.");

    public static readonly Refusal InFuture = new("rejection_in_future", "The rejection bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotFiled, TookPart, BeforeReceipt, InFuture];

    public static Outcome Decide(Appeal appeal, Listing listing, RejectAppeal command) => appeal switch
    {
        { Status: AppealStatus.Rejected } => Outcome.Nothing,
        { Status: not AppealStatus.Filed } => Outcome.Refuse(NotFiled),
        _ when listing.Participants.Contains(command.By) => Outcome.Refuse(TookPart),
        _ when command.RejectedOn < appeal.ReceivedOn => Outcome.Refuse(BeforeReceipt),
        _ when command.RejectedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new AppealRejected(appeal.Id, command.RejectedOn, command.DocumentNumber, command.Reason, command.By)),
    };
}
