using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class ServeNoticeSpecs
{
    private static readonly ServeNotice Serve = new(
        ServedOn, AnnouncedOn: null, ServiceMethod.Direct, Noticed.Proof, Facts: null, Grounds: null, StatementPeriod, Officer, Today);

    private static readonly ServeNotice Announce = Serve with { Method = ServiceMethod.PublicNotice, AnnouncedOn = new(2026, 3, 7) };
    private static readonly NoticeServed Announced = Noticed with { Method = ServiceMethod.PublicNotice, AnnouncedOn = new(2026, 3, 7) };

    [Fact]
    public void A_proposal_is_announced_to_the_person() => Given(Proposed).When(l => ServeNotice.Decide(l, Serve)).Then(Noticed);

    [Fact]
    public void The_notice_may_say_more_than_the_proposal() =>
        Given(Proposed with { Facts = null, Grounds = null }).When(l => ServeNotice.Decide(l, Serve with { Facts = "组织活动三次", Grounds = "系负责人" }))
            .Then(Noticed with { Facts = "组织活动三次", Grounds = "系负责人" });

    [Fact]
    public void A_notice_without_facts_or_grounds_is_refused()
    {
        Given(Proposed with { Facts = null }).When(l => ServeNotice.Decide(l, Serve)).ThenRefused(ServeNotice.SaysNothing);
        Given(Proposed with { Grounds = null }).When(l => ServeNotice.Decide(l, Serve)).ThenRefused(ServeNotice.SaysNothing);
    }

    [Fact]
    public void Who_refused_the_notice_is_served_by_lien() =>
        Given(Proposed, Refused).When(l => ServeNotice.Decide(l, Serve with { Method = ServiceMethod.Lien }))
            .Then(Noticed with { Method = ServiceMethod.Lien });

    [Fact]
    public void Who_did_not_refuse_is_not_served_by_lien()
    {
        Given(Proposed, Unreachable).When(l => ServeNotice.Decide(l, Serve with { Method = ServiceMethod.Lien })).ThenRefused(ServeNotice.NotRefused);
        Given(Proposed, Refused with { AttemptedOn = ServedOn.AddDays(1) }).When(l => ServeNotice.Decide(l, Serve with { Method = ServiceMethod.Lien }))
            .ThenRefused(ServeNotice.NotRefused);
    }

    [Fact]
    public void Who_cannot_be_reached_is_served_by_public_notice() =>
        Given(Proposed, Unreachable).When(l => ServeNotice.Decide(l, Announce)).Then(Announced);

    [Fact]
    public void An_announcement_of_today_counts_as_served_on_a_day_to_come() =>
        Given(Proposed, Unreachable).When(l => ServeNotice.Decide(l, Announce with { AnnouncedOn = Today, ServedOn = Today.AddDays(30) }))
            .Then(Announced with { AnnouncedOn = Today, ServedOn = Today.AddDays(30) });

    [Fact]
    public void Who_can_be_reached_is_not_served_by_public_notice() =>
        Given(Proposed, Refused).When(l => ServeNotice.Decide(l, Announce)).ThenRefused(ServeNotice.NotUnreachable);

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
