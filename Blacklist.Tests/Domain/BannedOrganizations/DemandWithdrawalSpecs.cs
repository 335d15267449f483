using Blacklist.Domain.BannedOrganizations;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class DemandWithdrawalSpecs
{
    private static readonly WithdrawalDemanded Demanded = AnnulmentDemands with
    {
        Cause = WithdrawalCause.Changed,
        DocumentNumber = "鄂民变字〔2026〕1号",
        Reason = "名称有误",
        By = Officer,
    };

    private static readonly DemandWithdrawal Demand = new(BanId, Demanded.DocumentNumber, Demanded.Since, Demanded.Reason, WithdrawBy, Officer, Today);

    [Fact]
    public void A_published_decision_that_was_changed_must_leave_the_public_list() =>
        Given(Recorded, Banned, BanPublished).When(o => DemandWithdrawal.Decide(o, Demand)).Then(Demanded);

    [Fact]
    public void Demanding_twice_changes_nothing() =>
        Given(Recorded, Banned, BanPublished, Demanded).When(o => DemandWithdrawal.Decide(o, Demand)).Then();

    [Fact]
    public void A_decision_that_was_never_made_is_not_changed() =>
        Given(Recorded).When(o => DemandWithdrawal.Decide(o, Demand)).ThenRefused(DemandWithdrawal.Unknown);

    [Fact]
    public void What_was_never_published_needs_no_withdrawal() =>
        Given(Recorded, Banned).When(o => DemandWithdrawal.Decide(o, Demand)).ThenRefused(DemandWithdrawal.NotPublic);

    [Fact]
    public void What_was_withdrawn_needs_no_withdrawal() =>
        Given(Recorded, Banned, BanPublished, BanWithdrawn).When(o => DemandWithdrawal.Decide(o, Demand)).ThenRefused(DemandWithdrawal.NotPublic);

    [Fact]
    public void A_decision_is_not_changed_before_it_was_made() =>
        Given(Recorded, Banned, BanPublished).When(o => DemandWithdrawal.Decide(o, Demand with { ChangedOn = BannedOn.AddDays(-1) }))
            .ThenRefused(DemandWithdrawal.BeforeDecision);

    [Fact]
    public void A_change_of_tomorrow_is_refused() =>
        Given(Recorded, Banned, BanPublished).When(o => DemandWithdrawal.Decide(o, Demand with { ChangedOn = Today.AddDays(1) }))
            .ThenRefused(DemandWithdrawal.InFuture);
}
