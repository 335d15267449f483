using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class RepairListingSpecs
{
    private static readonly RepairListing Repair = new(Repaired.RepairedOn, Repaired.DocumentNumber, Repaired.Reason, Approver, Today);

    [Fact]
    public void A_listing_in_force_is_repaired() => InForce().When(l => RepairListing.Decide(l, Repair)).Then(Repaired);

    [Fact]
    public void A_suspended_listing_is_repaired_too() => InForce(Suspended).When(l => RepairListing.Decide(l, Repair)).Then(Repaired);

    [Fact]
    public void Repairing_twice_changes_nothing() => InForce(Repaired).When(l => RepairListing.Decide(l, Repair)).Then();

    [Fact]
    public void What_has_lapsed_needs_no_repair() => InForce(Lapsed).When(l => RepairListing.Decide(l, Repair)).ThenRefused(RepairListing.NotInForce);

    [Fact]
    public void A_repair_does_not_precede_the_decision() =>
        InForce().When(l => RepairListing.Decide(l, Repair with { RepairedOn = DecidedOn.AddDays(-1) })).ThenRefused(RepairListing.BeforeDecision);

    [Fact]
    public void A_repair_of_tomorrow_is_refused() =>
        InForce().When(l => RepairListing.Decide(l, Repair with { RepairedOn = Today.AddDays(1) })).ThenRefused(RepairListing.InFuture);
}
