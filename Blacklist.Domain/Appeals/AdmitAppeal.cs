using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Appeals;

/// <summary>受理: takes the appeal up. From now on every answer that rests on the listing carries the mark.</summary>
/// <param name="DecideBy">Computed from the procedure's term and the calendar.</param>
/// <param name="WarnFrom">The day from which it is told that this comes near.</param>
public sealed record AdmitAppeal(DateOnly AdmittedOn, Deadline DecideBy, DateOnly WarnFrom, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotFiled = new("appeal_not_waiting", "Only an appeal that waits for admission can be admitted or rejected.");

    public static readonly Refusal BeforeReceipt = new("admission_before_receipt", "The appeal cannot be admitted before it was received.");

    public static readonly Refusal InFuture = new("admission_in_future", "The admission bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotFiled, BeforeReceipt, InFuture];

    public static Outcome Decide(Appeal appeal, AdmitAppeal command) => appeal switch
    {
        { IsPending: true } => Outcome.Nothing,
        { Status: not AppealStatus.Filed } => Outcome.Refuse(NotFiled),
        _ when command.AdmittedOn < appeal.ReceivedOn => Outcome.Refuse(BeforeReceipt),
        _ when command.AdmittedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new AppealAdmitted(appeal.Id, command.AdmittedOn, command.DecideBy, command.WarnFrom, command.By)),
    };
}
