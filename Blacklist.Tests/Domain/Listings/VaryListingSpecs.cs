using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Registration;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class VaryListingSpecs
{
    private static readonly VaryListing Vary = new(
        Varied.EffectiveOn, Varied.EndsOn, Varied.Positions, Varied.DocumentNumber, Varied.Reason, Approver, Today);

    [Fact]
    public void A_listing_restricts_less_from_a_day_on() => InForce().When(l => VaryListing.Decide(l, Vary)).Then(Varied);

    [Fact]
    public void Varying_twice_changes_nothing() => InForce(Varied).When(l => VaryListing.Decide(l, Vary)).Then();

    [Fact]
    public void It_may_be_narrowed_again() =>
        InForce(Varied).When(l => VaryListing.Decide(l, Vary with { EndsOn = new(2027, 5, 1) })).Then(Varied with { EndsOn = new(2027, 5, 1) });

    [Fact]
    public void A_proposal_is_not_varied() => Given(Proposed, Noticed).When(l => VaryListing.Decide(l, Vary)).ThenRefused(VaryListing.NotInForce);

    [Fact]
    public void A_variation_says_what_it_varies() =>
        InForce().When(l => VaryListing.Decide(l, Vary with { EndsOn = null, Positions = [] })).ThenRefused(VaryListing.ChangesNothing);

    [Fact]
    public void It_does_not_precede_the_decision() =>
        InForce().When(l => VaryListing.Decide(l, Vary with { EffectiveOn = DecidedOn.AddDays(-1) })).ThenRefused(VaryListing.BeforeDecision);

    [Fact]
    public void A_variation_of_tomorrow_is_refused() =>
        InForce().When(l => VaryListing.Decide(l, Vary with { EffectiveOn = Today.AddDays(1) })).ThenRefused(VaryListing.InFuture);

    [Fact]
    public void To_end_at_once_is_another_act() =>
        InForce().When(l => VaryListing.Decide(l, Vary with { EndsOn = Varied.EffectiveOn.AddDays(-1) })).ThenRefused(VaryListing.EndsBeforeItBegins);

    [Fact]
    public void A_later_end_needs_a_new_notice() =>
        InForce(Varied).When(l => VaryListing.Decide(l, Vary with { EndsOn = Varied.EndsOn!.Value.AddDays(1) })).ThenRefused(VaryListing.ToDetriment);

    [Fact]
    public void A_further_position_needs_a_new_notice() =>
        InForce(Varied).When(l => VaryListing.Decide(l, Vary with { Positions = [Position.PersonInCharge, Position.Founder] }))
            .ThenRefused(VaryListing.ToDetriment);
}
