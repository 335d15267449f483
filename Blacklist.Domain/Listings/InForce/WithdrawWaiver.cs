using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Takes a waiver back: from the day on the listing bars from the named organizations too.</summary>
public sealed record WithdrawWaiver(Guid WaiverId, DateOnly WithdrawnOn, string DocumentNumber, string Reason, ClerkId By)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force has waivers to take back.");

    public static readonly Refusal Unknown = new("waiver_unknown", "The listing has no such waiver.");

    public static readonly Refusal BeforeWaiver = new("withdrawal_before_waiver", "A waiver cannot be taken back before it began.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, Unknown, BeforeWaiver];

    public static Outcome Decide(Listing listing, WithdrawWaiver command) =>
        listing.Status != ListingStatus.InForce ? Outcome.Refuse(NotInForce)
        : listing.Changes.Waivers.Find(waiver => waiver.Id == command.WaiverId) switch
        {
            null => Outcome.Refuse(Unknown),
            { Until: { } until } when until < command.WithdrawnOn => Outcome.Nothing,
            { From: var from } when command.WithdrawnOn < from => Outcome.Refuse(BeforeWaiver),
            _ => Outcome.Record(new WaiverWithdrawn(
                listing.Id, command.WaiverId, command.WithdrawnOn, command.DocumentNumber, command.Reason, command.By)),
        };
}
