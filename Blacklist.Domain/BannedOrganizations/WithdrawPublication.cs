using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>撤回: takes a decision off the public list and says there why. Demanded after a change or an annulment, allowed at any time.</summary>
/// <param name="Reasons">For everybody to read; no names or numbers of persons.</param>
public sealed record WithdrawPublication(Guid DispositionId, DateOnly WithdrawnOn, string Reasons, ClerkId By, DateOnly Today)
{
    public static readonly Refusal Unknown = new("disposition_unknown", "The organization has no such decision.");

    public static readonly Refusal NotPublic = new("disposition_not_public", "The decision is not on the public list.");

    public static readonly Refusal BeforePublication = new("withdrawal_before_publication", "A publication cannot be withdrawn before it was made.");

    public static readonly Refusal InFuture = new("publication_withdrawal_in_future", "The withdrawal bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Unknown, NotPublic, BeforePublication, InFuture];

    public static Outcome Decide(BannedOrganization organization, WithdrawPublication command)
    {
        if (!organization.Dispositions.TryGetValue(command.DispositionId, out var disposition))
        {
            return Outcome.Refuse(Unknown);
        }

        return disposition.Publication switch
        {
            null => Outcome.Refuse(NotPublic),
            { Status: PublicationStatus.Withdrawn } => Outcome.Nothing,
            var publication when command.WithdrawnOn < publication.PublishedOn => Outcome.Refuse(BeforePublication),
            _ when command.WithdrawnOn > command.Today => Outcome.Refuse(InFuture),
            _ => Outcome.Record(new PublicationWithdrawn(
                organization.Id, command.DispositionId, command.WithdrawnOn, command.Reasons, command.By)),
        };
    }
}
