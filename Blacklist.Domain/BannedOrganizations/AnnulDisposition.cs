using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Records that a decision was annulled; listings that rest on it no longer restrict, and its publication must be withdrawn.</summary>
/// <param name="WithdrawBy">Computed from the procedure's term and the calendar; null when that does not reach so far.</param>
public sealed record AnnulDisposition(
    Guid DispositionId, string DocumentNumber, DateOnly AnnulledOn, string Reason, Deadline? WithdrawBy, ClerkId By, DateOnly Today)
{
    public static readonly Refusal Unknown = new("disposition_unknown", "The organization has no such decision.");

    public static readonly Refusal BeforeDecision = new("annulment_before_decision", "A decision cannot be annulled before it was made.");

    public static readonly Refusal InFuture = new("annulment_in_future", "The annulment bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Unknown, BeforeDecision, InFuture];

    public static Outcome Decide(BannedOrganization organization, AnnulDisposition command)
    {
        if (!organization.Dispositions.TryGetValue(command.DispositionId, out var disposition))
        {
            return Outcome.Refuse(Unknown);
        }

        return disposition switch
        {
            { IsAnnulled: true } => Outcome.Nothing,
            _ when command.AnnulledOn < disposition.DecidedOn => Outcome.Refuse(BeforeDecision),
            _ when command.AnnulledOn > command.Today => Outcome.Refuse(InFuture),
            { Publication.Status: PublicationStatus.Published } => Outcome.Record(command.Annulled(organization.Id), command.Demanded(organization.Id)),
            _ => Outcome.Record(command.Annulled(organization.Id)),
        };
    }

    private DispositionAnnulled Annulled(BannedOrganizationId organization) =>
        new(organization, DispositionId, DocumentNumber, AnnulledOn, Reason, By);

    private WithdrawalDemanded Demanded(BannedOrganizationId organization) =>
        new(organization, DispositionId, WithdrawalCause.Annulled, DocumentNumber, AnnulledOn, Reason, WithdrawBy, By);
}
