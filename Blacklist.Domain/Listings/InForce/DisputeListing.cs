using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>An appeal against the listing was admitted: it stays in force, and every answer carries the mark.</summary>
public sealed record DisputeListing(AppealId AppealId, ClerkId By)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing that was decided can be disputed; before that the person answers the notice.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce];

    public static Outcome Decide(Listing listing, DisputeListing command) =>
        listing.Changes.Disputes.Contains(command.AppealId) ? Outcome.Nothing
        : !listing.WasEntered ? Outcome.Refuse(NotInForce)
        : Outcome.Record(new ListingDisputed(listing.Id, command.AppealId, command.By));
}
