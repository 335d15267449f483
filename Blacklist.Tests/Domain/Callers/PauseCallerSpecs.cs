using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Domain.Callers.ACaller;

namespace Blacklist.Tests.Domain.Callers;

public sealed class PauseCallerSpecs
{
    private static readonly PauseCaller Pause = new(Caller, PauseCause.NumbersOfOneBirthday, 21, 20, null, new ClerkId("oracle-watch"));

    [Fact]
    public void A_caller_is_not_answered_any_more() => Given().When(access => PauseCaller.Decide(access, Pause)).Then(Paused);

    [Fact]
    public void Pausing_twice_changes_nothing() => Given(Paused).When(access => PauseCaller.Decide(access, Pause with { Observed = 30 })).Then();

    [Fact]
    public void Who_was_resumed_can_be_paused_again() => Given(Paused, Resumed).When(access => PauseCaller.Decide(access, Pause)).Then(Paused);

    [Fact]
    public void Each_caller_has_one_stream_on_every_node()
    {
        CallerAccess.IdOf(Caller).ShouldBe(CallerAccess.IdOf(new ClerkId("system-150600")));
        CallerAccess.IdOf(Caller).ShouldNotBe(CallerAccess.IdOf(Administrator));
    }
}
