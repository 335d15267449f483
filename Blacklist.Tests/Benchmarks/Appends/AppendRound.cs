using System.Diagnostics;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>Writers that append as fast as they can for a moment.</summary>
/// <param name="P50">Milliseconds, as the others.</param>
internal sealed record AppendRound(double PerSecond, double P50, double P99, double P999)
{
    public static async Task<AppendRound> Measure(int writers, TimeSpan time, Func<int, Task> append)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var own = new List<double>();
            while (watch.Elapsed < time)
            {
                var begun = Stopwatch.GetTimestamp();
                await append(writer);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return own;
        })));
        var all = times.SelectMany(own => own).Order().ToArray();
        return new AppendRound(all.Length / watch.Elapsed.TotalSeconds, all.Percentile(0.5), all.Percentile(0.99), all.Percentile(0.999));
    }
}
