using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>Records that a decision was annulled; listings that rest on it no longer restrict.</summary>
public sealed record AnnulDisposition(
    Guid DispositionId, string DocumentNumber, DateOnly AnnulledOn, string Reason, ClerkId By, DateOnly Today)
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
            _ => Outcome.Record(new DispositionAnnulled(
                organization.Id, command.DispositionId, command.DocumentNumber, command.AnnulledOn, command.Reason, command.By)),
        };
    }
}
