using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>公开: puts a ban or a revocation on the public list, once it was decided. One that was withdrawn and stands may be published again.</summary>
/// <param name="DocumentNumber">Number of the announcement 公告.</param>
public sealed record PublishDisposition(Guid DispositionId, string DocumentNumber, DateOnly PublishedOn, ClerkId By, DateOnly Today)
{
    public static readonly Refusal Unknown = new("disposition_unknown", "The organization has no such decision.");

    public static readonly Refusal NotForThePublic = new(
        "disposition_kind_not_public", "Only a ban or a revocation is published; persuasion and the like are not.");

    public static readonly Refusal DecisionAnnulled = new("disposition_void", "The decision was annulled; it is not published.");

    public static readonly Refusal BeforeDecision = new("publication_before_disposition", "A decision cannot be published before it was made.");

    public static readonly Refusal InFuture = new("publication_in_future", "The publication bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Unknown, NotForThePublic, DecisionAnnulled, BeforeDecision, InFuture];

    public static Outcome Decide(BannedOrganization organization, PublishDisposition command)
    {
        if (!organization.Dispositions.TryGetValue(command.DispositionId, out var disposition))
        {
            return Outcome.Refuse(Unknown);
        }

        return disposition switch
        {
            { IsAnnulled: true } => Outcome.Refuse(DecisionAnnulled),
            { IsPublic: true } => Outcome.Nothing,
            _ when !disposition.Kind.OpensListings() => Outcome.Refuse(NotForThePublic),
            _ when command.PublishedOn < disposition.DecidedOn => Outcome.Refuse(BeforeDecision),
            _ when command.PublishedOn > command.Today => Outcome.Refuse(InFuture),
            _ => Outcome.Record(new DispositionPublished(
                organization.Id, command.DispositionId, command.DocumentNumber, command.PublishedOn, command.By)),
        };
    }
}
