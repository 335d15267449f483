using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Voids a decided listing from its beginning, with document and reason; also one that has lapsed or was repaired, for who was refused by it.</summary>
public sealed record AnnulListing(string DocumentNumber, DateOnly AnnulledOn, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing that was decided can be annulled or changed; a proposal is dropped.");

    public static readonly Refusal BeforeDecision = new("annulment_before_decision", "A listing cannot be annulled before it was decided.");

    public static readonly Refusal InFuture = new("annulment_in_future", "The annulment bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, BeforeDecision, InFuture];

    public static Outcome Decide(Listing listing, AnnulListing command) => listing switch
    {
        { Status: ListingStatus.Annulled } => Outcome.Nothing,
        { WasEntered: false } => Outcome.Refuse(NotInForce),
        _ when command.AnnulledOn < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.AnnulledOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new ListingAnnulled(listing.Id, command.DocumentNumber, command.AnnulledOn, command.Reason, command.By)),
    };
}
