using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>信用修复: ends the effect of a listing before its term, because the person has made good. What it did before stands.</summary>
/// <param name="RepairedOn">First day without effect.</param>
public sealed record RepairListing(DateOnly RepairedOn, string DocumentNumber, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force can be repaired.");

    public static readonly Refusal BeforeDecision = new("repair_before_decision", "A listing cannot be repaired from a day before it was decided.");

    public static readonly Refusal InFuture = new("repair_in_future", "The repair bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, BeforeDecision, InFuture];

    public static Outcome Decide(Listing listing, RepairListing command) => listing switch
    {
        { Status: ListingStatus.Repaired } => Outcome.Nothing,
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when command.RepairedOn < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.RepairedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new ListingRepaired(listing.Id, command.RepairedOn, command.DocumentNumber, command.Reason, command.By)),
    };
}
