using Blacklist.Domain.Appeals;
using Blacklist.Tests.Domain.Listings;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class RejectAppealSpecs
{
    private static readonly RejectAppeal Reject = new(Rejected.RejectedOn, Rejected.DocumentNumber, Rejected.Reason, Administrator, Today);

    [Fact]
    public void An_appeal_that_waits_is_rejected() => Given(Filed).When(a => RejectAppeal.Decide(a, InForce, Reject)).Then(Rejected);

    [Fact]
    public void Rejecting_twice_changes_nothing() => Given(Filed, Rejected).When(a => RejectAppeal.Decide(a, InForce, Reject)).Then();

    [Fact]
    public void What_was_admitted_is_not_rejected() =>
        Given(Filed, Admitted).When(a => RejectAppeal.Decide(a, InForce, Reject)).ThenRefused(RejectAppeal.NotFiled);

    [Fact]
    public void Who_decided_the_listing_does_not_reject_the_appeal_against_it() =>
        Given(Filed).When(a => RejectAppeal.Decide(a, InForce, Reject with { By = AListing.Approver })).ThenRefused(RejectAppeal.TookPart);

    [Fact]
    public void An_appeal_is_not_rejected_before_it_was_received() =>
        Given(Filed).When(a => RejectAppeal.Decide(a, InForce, Reject with { RejectedOn = ReceivedOn.AddDays(-1) }))
            .ThenRefused(RejectAppeal.BeforeReceipt);

    [Fact]
    public void A_rejection_of_tomorrow_is_refused() =>
        Given(Filed).When(a => RejectAppeal.Decide(a, InForce, Reject with { RejectedOn = Today.AddDays(1) })).ThenRefused(RejectAppeal.InFuture);
}
