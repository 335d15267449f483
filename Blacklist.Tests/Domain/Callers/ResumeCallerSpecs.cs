using Blacklist.Domain.Callers;
using static Blacklist.Tests.Domain.Callers.ACaller;

namespace Blacklist.Tests.Domain.Callers;

public sealed class ResumeCallerSpecs
{
    private static readonly ResumeCaller Resume = new(Caller, "已核实为集中换届", Administrator);

    [Fact]
    public void An_administrator_ends_the_pause() => Given(Paused).When(access => ResumeCaller.Decide(access, Resume)).Then(Resumed);

    [Fact]
    public void Resuming_twice_changes_nothing() => Given(Paused, Resumed).When(access => ResumeCaller.Decide(access, Resume)).Then();

    [Fact]
    public void Nobody_ends_the_own_pause() =>
        Given(Paused).When(access => ResumeCaller.Decide(access, Resume with { By = Caller })).ThenRefused(ResumeCaller.ByItself);
}
