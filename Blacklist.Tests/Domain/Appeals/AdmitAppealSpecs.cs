using Blacklist.Domain.Appeals;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class AdmitAppealSpecs
{
    private static readonly AdmitAppeal Admit = new(AdmittedOn, DecideBy, Admitted.WarnFrom, Administrator, Today);

    [Fact]
    public void An_appeal_that_waits_is_admitted() => Given(Filed).When(a => AdmitAppeal.Decide(a, Admit)).Then(Admitted);

    [Fact]
    public void Admitting_twice_changes_nothing() => Given(Filed, Admitted).When(a => AdmitAppeal.Decide(a, Admit)).Then();

    [Fact]
    public void What_was_rejected_is_not_admitted() => Given(Filed, Rejected).When(a => AdmitAppeal.Decide(a, Admit)).ThenRefused(AdmitAppeal.NotFiled);

    [Fact]
    public void An_appeal_is_not_admitted_before_it_was_received() =>
        Given(Filed).When(a => AdmitAppeal.Decide(a, Admit with { AdmittedOn = ReceivedOn.AddDays(-1) })).ThenRefused(AdmitAppeal.BeforeReceipt);

    [Fact]
    public void An_admission_of_tomorrow_is_refused() =>
        Given(Filed).When(a => AdmitAppeal.Decide(a, Admit with { AdmittedOn = Today.AddDays(1) })).ThenRefused(AdmitAppeal.InFuture);
}
