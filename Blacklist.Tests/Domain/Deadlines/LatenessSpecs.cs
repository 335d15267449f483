using Blacklist.Domain.Deadlines;
using static Blacklist.Tests.Domain.Deadlines.ADeadline;

namespace Blacklist.Tests.Domain.Deadlines;

public sealed class LatenessSpecs
{
    private static readonly DateTimeOffset Before = PassesAt.AddDays(-7);
    private static readonly DateTimeOffset Late = PassesAt.AddHours(2);
    private static readonly (DateTimeOffset, DateTimeOffset) Outage = (PassesAt.AddHours(-1), Late);

    [Fact]
    public void Within_five_minutes_nothing_is_late() => Lateness.Of(PassesAt, PassesAt.AddMinutes(5), Before, [Outage]).ShouldBeNull();

    [Fact]
    public void It_is_late_because_nobody_stood_ready() =>
        Lateness.Of(PassesAt, Late, Before, [Outage]).ShouldBe(new Lateness(LateCause.NoScheduler, Outage.Item1, Outage.Item2));

    [Fact]
    public void An_outage_that_ended_before_has_nothing_to_do_with_it() =>
        Lateness.Of(PassesAt, Late, Before, [(PassesAt.AddHours(-3), PassesAt.AddHours(-1))]).ShouldBe(new Lateness(LateCause.Backlog, PassesAt, Late));

    [Fact]
    public void What_was_recorded_when_its_day_was_over_could_not_be_found_before() =>
        Lateness.Of(PassesAt, Late, Late.AddSeconds(-3), []).ShouldBe(new Lateness(LateCause.RecordedAfterwards, PassesAt, Late.AddSeconds(-3)));

    [Fact]
    public void An_outage_before_it_was_recorded_is_not_the_cause() =>
        Lateness.Of(PassesAt, Late, Late.AddSeconds(-3), [(PassesAt, PassesAt.AddHours(1))])!.Cause.ShouldBe(LateCause.RecordedAfterwards);
}
