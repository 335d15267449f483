using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class LapseListingSpecs
{
    private static readonly LapseListing Lapse = new(Lapsed.LastDay, Lapsed.Rules, Lapsed.By, Lapsed.LastDay.AddDays(1));

    [Fact]
    public void A_listing_lapses_on_the_day_after_its_last() => InForce().When(l => LapseListing.Decide(l, Lapse)).Then(Lapsed);

    [Fact]
    public void Lapsing_twice_changes_nothing() => InForce(Lapsed).When(l => LapseListing.Decide(l, Lapse)).Then();

    [Fact]
    public void On_its_last_day_it_does_not_lapse() =>
        InForce().When(l => LapseListing.Decide(l, Lapse with { Today = Lapsed.LastDay })).ThenRefused(LapseListing.TermRuns);

    [Fact]
    public void What_was_repaired_does_not_lapse() => InForce(Repaired).When(l => LapseListing.Decide(l, Lapse)).ThenRefused(LapseListing.NotInForce);
}
