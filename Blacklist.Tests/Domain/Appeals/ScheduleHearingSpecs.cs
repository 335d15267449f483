using Blacklist.Domain.Appeals;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

public sealed class ScheduleHearingSpecs
{
    private static readonly ScheduleHearing Schedule =
        new(HeldOn, Scheduled.Place, Scheduled.DocumentNumber, EarliestOn: HeldOn, Scheduled.WarnFrom, Administrator);

    [Fact]
    public void The_person_is_invited_to_be_heard() =>
        Given(Filed, Admitted, Assigned).When(a => ScheduleHearing.Decide(a, Schedule)).Then(Scheduled);

    [Fact]
    public void A_new_day_replaces_the_one_that_was_announced() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => ScheduleHearing.Decide(a, Schedule with { HeldOn = HeldOn.AddDays(1) }))
            .Then(Scheduled with { HeldOn = HeldOn.AddDays(1) });

    [Fact]
    public void Inviting_to_the_same_day_twice_changes_nothing() =>
        Given(Filed, Admitted, Assigned, Scheduled).When(a => ScheduleHearing.Decide(a, Schedule)).Then();

    [Fact]
    public void Nobody_is_heard_before_the_appeal_is_assigned() =>
        Given(Filed, Admitted).When(a => ScheduleHearing.Decide(a, Schedule)).ThenRefused(ScheduleHearing.NotAssigned);

    [Fact]
    public void Who_has_not_the_appeal_does_not_invite() =>
        Given(Filed, Admitted, Assigned).When(a => ScheduleHearing.Decide(a, Schedule with { By = Another })).ThenRefused(ScheduleHearing.AnothersAppeal);

    [Fact]
    public void The_person_is_given_time_before_the_hearing() =>
        Given(Filed, Admitted, Assigned).When(a => ScheduleHearing.Decide(a, Schedule with { EarliestOn = HeldOn.AddDays(1) }))
            .ThenRefused(ScheduleHearing.TooSoon);
}
