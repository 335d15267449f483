using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>Voids a listing in force, with document and reason. From this record on the person is not restricted by it.</summary>
public sealed record AnnulListing(string DocumentNumber, DateOnly AnnulledOn, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force can be annulled; a proposal is dropped.");

    public static readonly Refusal BeforeDecision = new("annulment_before_decision", "A listing cannot be annulled before it was decided.");

    public static readonly Refusal InFuture = new("annulment_in_future", "The annulment bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, BeforeDecision, InFuture];

    public static Outcome Decide(Listing listing, AnnulListing command) => listing switch
    {
        { Status: ListingStatus.Annulled } => Outcome.Nothing,
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when command.AnnulledOn < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.AnnulledOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new ListingAnnulled(listing.Id, command.DocumentNumber, command.AnnulledOn, command.Reason, command.By)),
    };
}
