using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class ServeNoticeSpecs
{
    private static readonly ServeNotice Serve = new(ServedOn, ServiceMethod.Direct, Noticed.Proof, StatementUntil, "test", Officer, Today);

    [Fact]
    public void A_proposal_is_announced_to_the_person() => Given(Proposed).When(l => ServeNotice.Decide(l, Serve)).Then(Noticed);

    [Fact]
    public void Serving_the_same_notice_twice_changes_nothing() => Given(Proposed, Noticed).When(l => ServeNotice.Decide(l, Serve)).Then();

    [Fact]
    public void A_second_notice_of_another_day_is_refused() =>
        Given(Proposed, Noticed).When(l => ServeNotice.Decide(l, Serve with { ServedOn = ServedOn.AddDays(1) })).ThenRefused(ServeNotice.NotProposed);

    [Fact]
    public void Nothing_is_served_without_a_proposal() => Given().When(l => ServeNotice.Decide(l, Serve)).ThenRefused(ServeNotice.NotProposed);

    [Fact]
    public void A_notice_does_not_precede_the_ban() =>
        Given(Proposed).When(l => ServeNotice.Decide(l, Serve with { ServedOn = AnOrganization.BannedOn.AddDays(-1) }))
            .ThenRefused(ServeNotice.BeforeDecision);

    [Fact]
    public void A_notice_of_tomorrow_is_refused() =>
        Given(Proposed).When(l => ServeNotice.Decide(l, Serve with { ServedOn = Today.AddDays(1) })).ThenRefused(ServeNotice.InFuture);
}
