using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>The appeal is over: its mark goes, whatever it came to.</summary>
public sealed record SettleDispute(AppealId AppealId, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(Listing listing, SettleDispute command) =>
        listing.Changes.Disputes.Contains(command.AppealId)
            ? Outcome.Record(new ListingDisputeSettled(listing.Id, command.AppealId, command.By))
            : Outcome.Nothing;
}
