using Blacklist.Domain.Listings.InForce;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class WithdrawWaiverSpecs
{
    private static readonly WithdrawWaiver Withdraw = new(
        Withdrawn.WaiverId, Withdrawn.WithdrawnOn, Withdrawn.DocumentNumber, Withdrawn.Reason, Approver);

    [Fact]
    public void A_waiver_is_taken_back() => InForce(Waived).When(l => WithdrawWaiver.Decide(l, Withdraw)).Then(Withdrawn);

    [Fact]
    public void Taking_it_back_twice_changes_nothing() => InForce(Waived, Withdrawn).When(l => WithdrawWaiver.Decide(l, Withdraw)).Then();

    [Fact]
    public void To_take_back_what_is_over_changes_nothing() =>
        InForce(Waived).When(l => WithdrawWaiver.Decide(l, Withdraw with { WithdrawnOn = Waived.Until!.Value.AddDays(1) })).Then();

    [Fact]
    public void A_listing_that_was_repaired_has_none() =>
        InForce(Waived, Repaired).When(l => WithdrawWaiver.Decide(l, Withdraw)).ThenRefused(WithdrawWaiver.NotInForce);

    [Fact]
    public void Only_a_waiver_that_was_given_is_taken_back() =>
        InForce(Waived).When(l => WithdrawWaiver.Decide(l, Withdraw with { WaiverId = Guid.Empty })).ThenRefused(WithdrawWaiver.Unknown);

    [Fact]
    public void It_is_not_taken_back_before_it_began() =>
        InForce(Waived).When(l => WithdrawWaiver.Decide(l, Withdraw with { WithdrawnOn = Waived.From.AddDays(-1) }))
            .ThenRefused(WithdrawWaiver.BeforeWaiver);
}
