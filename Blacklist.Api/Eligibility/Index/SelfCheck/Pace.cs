using System.Diagnostics;

namespace Blacklist.Api.Eligibility.Index.SelfCheck;

/// <summary>Of long work in the background, so that those who answer hardly notice it: after a few milliseconds it rests for as long as its share of a core asks.</summary>
/// <param name="share">Between 0 and 1, asked anew each time.</param>
/// <param name="ended">Ends the work.</param>
internal sealed class Pace(Func<double> share, CancellationToken ended)
{
    private static readonly TimeSpan Stint = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(200);

    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Without a rest.</summary>
    public static Pace Full => new(() => 1, CancellationToken.None);

    /// <summary>From time to time between two pieces of work.</summary>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public void Keep()
    {
        ended.ThrowIfCancellationRequested();
        var worked = Stopwatch.GetElapsedTime(_since);
        if (worked < Stint)
        {
            return;
        }

        var rest = worked * ((1 / share()) - 1);
        if (rest > TimeSpan.Zero)
        {
            ended.WaitHandle.WaitOne(rest < LongestRest ? rest : LongestRest);
        }

        _since = Stopwatch.GetTimestamp();
    }
}
