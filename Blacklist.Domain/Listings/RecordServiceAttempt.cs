using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>Records that an attempt to serve the notice failed. Who refuses it can be served by lien, who cannot be reached by public notice.</summary>
/// <param name="Proof">Reference of the proof of the attempt.</param>
public sealed record RecordServiceAttempt(DateOnly AttemptedOn, ServiceFailure Failure, string Proof, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotProposed = new("listing_not_proposed", "A notice is served on a proposed listing only.");

    public static readonly Refusal BeforeDecision = new("notice_before_disposition", "The notice cannot precede the decision on the organization.");

    public static readonly Refusal InFuture = new("notice_in_future", "The attempt bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotProposed, BeforeDecision, InFuture];

    public static Outcome Decide(Listing listing, RecordServiceAttempt command) => listing switch
    {
        { Status: not ListingStatus.Proposed } => Outcome.Refuse(NotProposed),
        { FailedService: { } last } when last.AttemptedOn == command.AttemptedOn && last.Failure == command.Failure => Outcome.Nothing,
        _ when command.AttemptedOn < listing.DispositionDate => Outcome.Refuse(BeforeDecision),
        _ when command.AttemptedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new ServiceAttempted(listing.Id, command.AttemptedOn, command.Failure, command.Proof, command.By)),
    };
}
