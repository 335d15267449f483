using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class AnnulListingSpecs
{
    private static readonly AnnulListing Annul = new(Annulled.DocumentNumber, Annulled.AnnulledOn, Annulled.Reason, Approver, Today);

    [Fact]
    public void A_listing_in_force_is_annulled() => Given(Proposed, Noticed, Entered).When(l => AnnulListing.Decide(l, Annul)).Then(Annulled);

    [Fact]
    public void Annulling_twice_changes_nothing() =>
        Given(Proposed, Noticed, Entered, Annulled).When(l => AnnulListing.Decide(l, Annul)).Then();

    [Fact]
    public void What_has_lapsed_or_was_repaired_is_annulled_too()
    {
        InForce(Lapsed).When(l => AnnulListing.Decide(l, Annul)).Then(Annulled);
        InForce(Repaired).When(l => AnnulListing.Decide(l, Annul)).Then(Annulled);
    }

    [Fact]
    public void A_proposal_is_dropped_not_annulled() =>
        Given(Proposed, Noticed).When(l => AnnulListing.Decide(l, Annul)).ThenRefused(AnnulListing.NotInForce);

    [Fact]
    public void An_annulment_does_not_precede_the_decision() =>
        Given(Proposed, Noticed, Entered).When(l => AnnulListing.Decide(l, Annul with { AnnulledOn = DecidedOn.AddDays(-1) }))
            .ThenRefused(AnnulListing.BeforeDecision);

    [Fact]
    public void An_annulment_of_tomorrow_is_refused() =>
        Given(Proposed, Noticed, Entered).When(l => AnnulListing.Decide(l, Annul with { AnnulledOn = Today.AddDays(1) }))
            .ThenRefused(AnnulListing.InFuture);
}
