using System.Diagnostics;
using Blacklist.Api.Demo;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Tests.Benchmarks;

/// <summary>Candidates for one name among many listed ones, in memory, on one core.</summary>
internal static class NameIndexBenchmark
{
    private const int Queries = 10_000;

    // The fastest of a query's repetitions counts: what other programs took from the core is not ours.
    private const int Repeats = 3;

    public static IReadOnlyDictionary<string, double> Run(int listed, TextWriter report)
    {
        var drawn = new RealisticNames();
        var random = new SplitMix64(20261121);
        var names = Enumerable.Range(0, listed).Select(handle => (handle, Name(drawn.Draw(ref random)))).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = NameIndex.Of(names);
        var seconds = watch.Elapsed.TotalSeconds;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        var sought = Enumerable.Range(0, Queries).Select(_ => Name(drawn.Draw(ref random))).ToList();
        var times = new double[Queries];
        var found = new int[Queries];
        Array.Fill(times, double.MaxValue);
        for (var i = 0; i < Queries * Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            found[i % Queries] = index.Find(sought[i % Queries]).Count;
            times[i % Queries] = Math.Min(times[i % Queries], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Array.Sort(times);
        GC.KeepAlive(index);
        var figures = new Dictionary<string, double>
        {
            ["listed names"] = listed,
            ["distinct names"] = names.Select(name => name.Item2.Normal).Distinct().Count(),
            ["built in s"] = seconds,
            ["memory MiB beside the names"] = memory,
            ["p50 ms"] = times[Queries / 2],
            ["p99 ms"] = times[Queries * 99 / 100],
            ["worst ms"] = times[^1],
            ["candidates found, mean"] = found.Average(),
            ["candidates found, most"] = found.Max(),
        };
        foreach (var (title, value) in figures)
            report.WriteLine($"{title,-30} {value,14:N3}");
        return figures;
    }

    private static PersonName Name(string text) => PersonName.Parse(text).Value ?? throw new InvalidOperationException("No name.");
}
