using Blacklist.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class AnnulDispositionSpecs
{
    private static readonly AnnulDisposition Annul = new(
        BanId, BanAnnulled.DocumentNumber, BanAnnulled.AnnulledOn, BanAnnulled.Reason, WithdrawBy, Approver, Today);

    [Fact]
    public void A_ban_is_annulled() => Given(Recorded, Banned).When(o => AnnulDisposition.Decide(o, Annul)).Then(BanAnnulled);

    [Fact]
    public void A_published_ban_that_is_annulled_must_leave_the_public_list() =>
        Given(Recorded, Banned, BanPublished).When(o => AnnulDisposition.Decide(o, Annul)).Then(BanAnnulled, AnnulmentDemands);

    [Fact]
    public void A_ban_that_was_withdrawn_before_is_annulled_and_demands_nothing() =>
        Given(Recorded, Banned, BanPublished, BanWithdrawn).When(o => AnnulDisposition.Decide(o, Annul)).Then(BanAnnulled);

    [Fact]
    public void An_annulment_does_not_wait_for_the_calendar() =>
        Given(Recorded, Banned, BanPublished).When(o => AnnulDisposition.Decide(o, Annul with { WithdrawBy = null }))
            .Then(BanAnnulled, AnnulmentDemands with { WithdrawBy = null });

    [Fact]
    public void Annulling_twice_changes_nothing() =>
        Given(Recorded, Banned, BanAnnulled).When(o => AnnulDisposition.Decide(o, Annul)).Then();

    [Fact]
    public void A_decision_that_was_never_made_cannot_be_annulled() =>
        Given(Recorded).When(o => AnnulDisposition.Decide(o, Annul)).ThenRefused(AnnulDisposition.Unknown);

    [Fact]
    public void A_decision_is_not_annulled_before_it_was_made() =>
        Given(Recorded, Banned).When(o => AnnulDisposition.Decide(o, Annul with { AnnulledOn = BannedOn.AddDays(-1) }))
            .ThenRefused(AnnulDisposition.BeforeDecision);

    [Fact]
    public void An_annulment_of_tomorrow_is_refused() =>
        Given(Recorded, Banned).When(o => AnnulDisposition.Decide(o, Annul with { AnnulledOn = Today.AddDays(1) }))
            .ThenRefused(AnnulDisposition.InFuture);
}
