using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class DisputeListingSpecs
{
    private static readonly DisputeListing Dispute = new(Appeal, Approver);

    [Fact]
    public void A_listing_in_force_is_marked_disputed() => InForce().When(l => DisputeListing.Decide(l, Dispute)).Then(Disputed);

    [Fact]
    public void A_listing_that_has_lapsed_can_be_contested() => InForce(Lapsed).When(l => DisputeListing.Decide(l, Dispute)).Then(Disputed);

    [Fact]
    public void Disputing_twice_changes_nothing() => InForce(Disputed).When(l => DisputeListing.Decide(l, Dispute)).Then();

    [Fact]
    public void A_second_appeal_is_a_mark_of_its_own() =>
        InForce(Disputed).When(l => DisputeListing.Decide(l, Dispute with { AppealId = default })).Then(Disputed with { AppealId = default });

    [Fact]
    public void A_notice_is_answered_not_disputed() =>
        Given(Proposed, Noticed).When(l => DisputeListing.Decide(l, Dispute)).ThenRefused(DisputeListing.NotInForce);
}
