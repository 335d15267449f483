using Blacklist.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class WithdrawPublicationSpecs
{
    private static readonly WithdrawPublication Withdraw = new(BanId, BanWithdrawn.WithdrawnOn, BanWithdrawn.Reasons, Officer, Today);

    [Fact]
    public void What_an_annulment_demands_is_withdrawn() =>
        Given(Recorded, Banned, BanPublished, BanAnnulled, AnnulmentDemands).When(o => WithdrawPublication.Decide(o, Withdraw)).Then(BanWithdrawn);

    [Fact]
    public void What_nobody_demands_may_be_withdrawn_too() =>
        Given(Recorded, Banned, BanPublished).When(o => WithdrawPublication.Decide(o, Withdraw)).Then(BanWithdrawn);

    [Fact]
    public void Withdrawing_twice_changes_nothing() =>
        Given(Recorded, Banned, BanPublished, BanWithdrawn).When(o => WithdrawPublication.Decide(o, Withdraw)).Then();

    [Fact]
    public void A_decision_that_was_never_made_is_not_withdrawn() =>
        Given(Recorded).When(o => WithdrawPublication.Decide(o, Withdraw)).ThenRefused(WithdrawPublication.Unknown);

    [Fact]
    public void What_was_never_published_is_not_withdrawn() =>
        Given(Recorded, Banned).When(o => WithdrawPublication.Decide(o, Withdraw)).ThenRefused(WithdrawPublication.NotPublic);

    [Fact]
    public void Nothing_is_withdrawn_before_it_was_published() =>
        Given(Recorded, Banned, BanPublished).When(o => WithdrawPublication.Decide(o, Withdraw with { WithdrawnOn = BanPublished.PublishedOn.AddDays(-1) }))
            .ThenRefused(WithdrawPublication.BeforePublication);

    [Fact]
    public void A_withdrawal_of_tomorrow_is_refused() =>
        Given(Recorded, Banned, BanPublished).When(o => WithdrawPublication.Decide(o, Withdraw with { WithdrawnOn = Today.AddDays(1) }))
            .ThenRefused(WithdrawPublication.InFuture);
}
