using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class SettleDisputeSpecs
{
    private static readonly SettleDispute Settle = new(Appeal, Approver);

    [Fact]
    public void The_mark_goes_with_the_appeal() => InForce(Disputed).When(l => SettleDispute.Decide(l, Settle)).Then(Settled);

    [Fact]
    public void The_mark_goes_also_after_annulment() => InForce(Disputed, Annulled).When(l => SettleDispute.Decide(l, Settle)).Then(Settled);

    [Fact]
    public void Settling_twice_changes_nothing() => InForce(Disputed, Settled).When(l => SettleDispute.Decide(l, Settle)).Then();

    [Fact]
    public void While_another_appeal_is_open_the_mark_stays() =>
        State(Disputed, Disputed with { AppealId = default }, Settled).Changes.IsDisputed.ShouldBeTrue();
}
