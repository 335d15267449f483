using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Says that a published decision was changed, so that its publication must be withdrawn. (An annulment says so by itself.)</summary>
/// <param name="DocumentNumber">Of the change.</param>
/// <param name="WithdrawBy">Computed from the procedure's term and the calendar; null when that does not reach so far.</param>
public sealed record DemandWithdrawal(
    Guid DispositionId, string DocumentNumber, DateOnly ChangedOn, string Reason, Deadline? WithdrawBy, ClerkId By, DateOnly Today)
{
    public static readonly Refusal Unknown = new("disposition_unknown", "The organization has no such decision.");

    public static readonly Refusal NotPublic = new("disposition_not_public", "The decision is not on the public list.");

    public static readonly Refusal BeforeDecision = new("change_before_disposition", "A decision cannot be changed before it was made.");

    public static readonly Refusal InFuture = new("change_in_future", "The change bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Unknown, NotPublic, BeforeDecision, InFuture];

    public static Outcome Decide(BannedOrganization organization, DemandWithdrawal command)
    {
        if (!organization.Dispositions.TryGetValue(command.DispositionId, out var disposition))
        {
            return Outcome.Refuse(Unknown);
        }

        return disposition switch
        {
            { Publication.Status: PublicationStatus.ToBeWithdrawn } => Outcome.Nothing,
            { IsPublic: false } => Outcome.Refuse(NotPublic),
            _ when command.ChangedOn < disposition.DecidedOn => Outcome.Refuse(BeforeDecision),
            _ when command.ChangedOn > command.Today => Outcome.Refuse(InFuture),
            _ => Outcome.Record(new WithdrawalDemanded(
                organization.Id, command.DispositionId, WithdrawalCause.Changed, command.DocumentNumber, command.ChangedOn, command.Reason,
                command.WithdrawBy, command.By)),
        };
    }
}
