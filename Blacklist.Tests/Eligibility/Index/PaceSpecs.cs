using System.Diagnostics;
using Blacklist.Api.Eligibility.Index.SelfCheck;

namespace Blacklist.Tests.Eligibility.Index;

/// <summary>Times are only said from below, so that a busy machine makes no difference.</summary>
public sealed class PaceSpecs
{
    [Fact]
    public void Of_a_fifth_it_rests_four_times_as_long_as_it_worked()
    {
        var pace = new Pace(() => 0.2, CancellationToken.None);
        var worked = Work();

        var rested = TimeOf(pace.Keep);

        rested.ShouldBeGreaterThan(Min(worked * 3.9, TimeSpan.FromMilliseconds(190)));
    }

    [Fact]
    public void The_share_is_asked_anew_each_time_and_the_whole_of_a_core_is_without_rest()
    {
        var (share, asked) = (1.0, 0);
        var pace = new Pace(() => (asked++, share).share, CancellationToken.None);
        Work();
        pace.Keep();
        share = 0.1;
        Work();

        TimeOf(pace.Keep).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(35));
        asked.ShouldBe(2);
    }

    [Fact]
    public void What_is_ended_goes_on_no_further()
    {
        using var ending = new CancellationTokenSource();
        var pace = new Pace(() => 1, ending.Token);
        pace.Keep();
        ending.Cancel();

        Should.Throw<OperationCanceledException>(pace.Keep);
    }

    private static TimeSpan Work()
    {
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < 5)
        {
            Thread.SpinWait(100);
        }

        return watch.Elapsed;
    }

    private static TimeSpan TimeOf(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
