using Blacklist.Domain.Appeals;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class RecordHearingSpecs
{
    private static readonly RecordHearing Record = new(HeldOn, Attended: true, Heard.Record, Administrator, Today);

    [Fact]
    public void That_the_person_was_heard_is_recorded() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => RecordHearing.Decide(a, Record)).Then(Heard);

    [Fact]
    public void So_is_that_the_person_stayed_away() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => RecordHearing.Decide(a, Record with { Attended = false })).Then(Heard with { Attended = false });

    [Fact]
    public void Recording_it_twice_changes_nothing() =>
        Given(Filed, Admitted, Assigned, Scheduled, Heard).When(a => RecordHearing.Decide(a, Record)).Then();

    [Fact]
    public void A_hearing_that_was_not_announced_is_not_recorded() =>
        Given(Filed, Admitted, Assigned).When(a => RecordHearing.Decide(a, Record)).ThenRefused(RecordHearing.NotScheduled);

    [Fact]
    public void Nor_is_one_on_another_day() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => RecordHearing.Decide(a, Record with { HeldOn = HeldOn.AddDays(1) }))
            .ThenRefused(RecordHearing.NotScheduled);

    [Fact]
    public void A_hearing_is_not_recorded_before_its_day() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => RecordHearing.Decide(a, Record with { Today = HeldOn.AddDays(-1) }))
            .ThenRefused(RecordHearing.InFuture);
}
