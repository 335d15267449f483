using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class SuspendListingSpecs
{
    private static readonly SuspendListing Suspend = new(
        Suspended.From, Suspended.Until, Suspended.DocumentNumber, Suspended.Reason, Approver);

    [Fact]
    public void The_effect_of_a_listing_in_force_rests() => InForce().When(l => SuspendListing.Decide(l, Suspend)).Then(Suspended);

    [Fact]
    public void It_may_rest_without_a_last_day() =>
        InForce().When(l => SuspendListing.Decide(l, Suspend with { Until = null })).Then(Suspended with { Until = null });

    [Fact]
    public void Suspending_twice_changes_nothing() => InForce(Suspended).When(l => SuspendListing.Decide(l, Suspend)).Then();

    [Fact]
    public void It_may_rest_again_from_the_day_after() =>
        InForce(Suspended).When(l => SuspendListing.Decide(l, Suspend with { From = new(2026, 7, 1), Until = null }))
            .Then(Suspended with { From = new(2026, 7, 1), Until = null });

    [Fact]
    public void It_may_rest_again_on_the_day_it_was_resumed() =>
        InForce(Suspended, Resumed).When(l => SuspendListing.Decide(l, Suspend with { From = Resumed.ResumedOn }))
            .Then(Suspended with { From = Resumed.ResumedOn });

    [Fact]
    public void A_suspension_that_was_taken_back_on_its_first_day_stands_in_no_way() =>
        InForce(Suspended, Resumed with { ResumedOn = Suspended.From }).When(l => SuspendListing.Decide(l, Suspend with { From = new(2026, 4, 1) }))
            .Then(Suspended with { From = new(2026, 4, 1) });

    [Fact]
    public void Two_suspensions_share_no_day() =>
        InForce(Suspended).When(l => SuspendListing.Decide(l, Suspend with { From = new(2026, 6, 30), Until = null }))
            .ThenRefused(SuspendListing.Overlaps);

    [Fact]
    public void A_proposal_has_no_effect_that_could_rest() =>
        Given(Proposed, Noticed).When(l => SuspendListing.Decide(l, Suspend)).ThenRefused(SuspendListing.NotInForce);

    [Fact]
    public void What_was_repaired_has_no_effect_that_could_rest() =>
        InForce(Repaired).When(l => SuspendListing.Decide(l, Suspend)).ThenRefused(SuspendListing.NotInForce);

    [Fact]
    public void The_effect_does_not_rest_before_the_decision() =>
        InForce().When(l => SuspendListing.Decide(l, Suspend with { From = DecidedOn.AddDays(-1) })).ThenRefused(SuspendListing.BeforeDecision);

    [Fact]
    public void A_suspension_has_a_day() =>
        InForce().When(l => SuspendListing.Decide(l, Suspend with { Until = Suspended.From.AddDays(-1) }))
            .ThenRefused(SuspendListing.EndsBeforeItBegins);
}
