using Blacklist.Domain.Deadlines;
using static Blacklist.Tests.Domain.Deadlines.ADeadline;

namespace Blacklist.Tests.Domain.Deadlines;

public sealed class PassDeadlineSpecs
{
    private static readonly PassDeadline Pass = new(Subject, Open, PassesAt, Late: null);

    [Fact]
    public void It_passes_at_midnight_in_Shanghai_after_its_last_day() => Given().When(d => PassDeadline.Decide(d, Pass)).Then(Passed);

    [Fact]
    public void It_passes_after_it_was_warned_of() => Given(Warned).When(d => PassDeadline.Decide(d, Pass)).Then(Passed);

    [Fact]
    public void A_moment_before_midnight_it_has_not_passed() =>
        Given().When(d => PassDeadline.Decide(d, Pass with { Now = PassesAt.AddTicks(-1) })).Then();

    [Fact]
    public void Passing_twice_changes_nothing() => Given(Passed).When(d => PassDeadline.Decide(d, Pass)).Then();

    [Fact]
    public void Midnight_in_Shanghai_is_16_o_clock_of_the_day_before_in_UTC() =>
        Open.PassesAt.UtcDateTime.ShouldBe(new DateTime(2026, 3, 16, 16, 0, 0));
}
