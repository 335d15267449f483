using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Appeals;

/// <summary>The person takes the appeal back, with a reason; the mark goes from the listing.</summary>
/// <param name="Document">Reference of the paper by which it was taken back.</param>
public sealed record WithdrawAppeal(DateOnly WithdrawnOn, string Document, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal Closed = new("appeal_closed", "The appeal is over already.");

    public static readonly Refusal BeforeReceipt = new("withdrawal_before_receipt", "The appeal cannot be taken back before it was received.");

    public static readonly Refusal InFuture = new("withdrawal_in_future", "The withdrawal bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Closed, BeforeReceipt, InFuture];

    public static Outcome Decide(Appeal appeal, WithdrawAppeal command) => appeal switch
    {
        { Status: AppealStatus.Withdrawn } => Outcome.Nothing,
        { Status: not AppealStatus.Filed, IsPending: false } => Outcome.Refuse(Closed),
        _ when command.WithdrawnOn < appeal.ReceivedOn => Outcome.Refuse(BeforeReceipt),
        _ when command.WithdrawnOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new AppealWithdrawn(appeal.Id, command.WithdrawnOn, command.Document, command.Reason, command.By)),
    };
}
