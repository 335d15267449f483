using Blacklist.Domain.Appeals;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class WithdrawAppealSpecs
{
    private static readonly WithdrawAppeal Withdraw = new(Withdrawn.WithdrawnOn, Withdrawn.Document, Withdrawn.Reason, Administrator, Today);

    [Fact]
    public void The_person_takes_an_appeal_back() => Given(Filed, Admitted, Assigned).When(a => WithdrawAppeal.Decide(a, Withdraw)).Then(Withdrawn);

    [Fact]
    public void Also_before_it_is_admitted() => Given(Filed).When(a => WithdrawAppeal.Decide(a, Withdraw)).Then(Withdrawn);

    [Fact]
    public void Taking_it_back_twice_changes_nothing() => Given(Filed, Withdrawn).When(a => WithdrawAppeal.Decide(a, Withdraw)).Then();

    [Fact]
    public void What_is_decided_is_not_taken_back() =>
        Given(Filed, Admitted, Assigned, Maintained).When(a => WithdrawAppeal.Decide(a, Withdraw)).ThenRefused(WithdrawAppeal.Closed);

    [Fact]
    public void What_was_rejected_is_not_taken_back() => Given(Filed, Rejected).When(a => WithdrawAppeal.Decide(a, Withdraw)).ThenRefused(WithdrawAppeal.Closed);

    [Fact]
    public void An_appeal_is_not_taken_back_before_it_was_received() =>
        Given(Filed).When(a => WithdrawAppeal.Decide(a, Withdraw with { WithdrawnOn = ReceivedOn.AddDays(-1) })).ThenRefused(WithdrawAppeal.BeforeReceipt);

    [Fact]
    public void A_withdrawal_of_tomorrow_is_refused() =>
        Given(Filed).When(a => WithdrawAppeal.Decide(a, Withdraw with { WithdrawnOn = Today.AddDays(1) })).ThenRefused(WithdrawAppeal.InFuture);
}
