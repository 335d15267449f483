using Blacklist.Domain.Deadlines;
using static Blacklist.Tests.Domain.Deadlines.ADeadline;

namespace Blacklist.Tests.Domain.Deadlines;

public sealed class WarnOfDeadlineSpecs
{
    private static readonly WarnOfDeadline Warn = new(Subject, Open, WarnsAt);

    [Fact]
    public void It_is_warned_of_from_its_day_on() => Given().When(d => WarnOfDeadline.Decide(d, Warn)).Then(Warned);

    [Fact]
    public void Before_that_day_there_is_no_warning() => Given().When(d => WarnOfDeadline.Decide(d, Warn with { Now = WarnsAt.AddTicks(-1) })).Then();

    [Fact]
    public void What_has_no_warning_day_is_not_warned_of() =>
        Given().When(d => WarnOfDeadline.Decide(d, Warn with { Deadline = Open with { WarnFrom = null } })).Then();

    [Fact]
    public void When_it_is_over_a_warning_is_of_no_use() => Given().When(d => WarnOfDeadline.Decide(d, Warn with { Now = PassesAt })).Then();

    [Fact]
    public void Warning_twice_changes_nothing() => Given(Warned).When(d => WarnOfDeadline.Decide(d, Warn)).Then();
}
