using Blacklist.Api.CommandLine;
using Blacklist.Tests.Benchmarks.Load;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>Ten minutes at half of what the service can take: memory stays, no errors, the tail does not grow.</summary>
internal static class SteadyRun
{
    private const int Minute = 60;

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("steady", words, ["--minutes", "--listings", "--connections"], []);
        var minutes = Number("--minutes", 10);
        var connections = Number("--connections", 64);
        await using var bench = await CheckBench.Start([Number("--listings", 100_000)]);
        await bench.Renew();
        var ours = bench.Ours(bench.Registers[0], Way.Ours);
        await LoadGenerator.Ask(ours.Url, ours.Requests(), connections, 20);
        var most = (await LoadGenerator.Ask(ours.Url, ours.Requests(), connections, 5)).PerSecond;
        Console.WriteLine($"{Machine.Describe()}; callers: {LoadGenerator.Name}");
        Console.WriteLine($"{bench.Registers[0].Listings:N0} listings, {connections} connections, at most {most:N0} a second");
        Console.WriteLine();
        Console.WriteLine("| minute | requests/s | p50 ms | p99 | p99.9 | worst | MB | errors | other work |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var rows = new List<Window>();
        var pause = TimeSpan.FromSeconds(2 * connections / most);
        for (var minute = 1; minute <= minutes; minute++)
        {
            await bench.Renew();
            var row = await Window.Measure(bench.Server, ours, connections, Minute, pause);
            var told = row.Answered;
            Console.WriteLine($"| {minute} | {told.PerSecond:N0} | {told.P50:0.00} | {told.P99:0.00} | {told.P999:0.00} | {told.Worst:0} | {row.Megabytes:N0} | {told.Errors} | {row.Others:P0} |");
            pause *= Math.Clamp(told.PerSecond / (most / 2), 0.5, 2);
            rows.Add(row);
        }

        return Judge(rows);

        int Number(string name, int otherwise) => options.Has(name) ? int.Parse(options[name]) : otherwise;
    }

    /// <summary>Against the second minute: in the first one the runtime still compiles.</summary>
    private static int Judge(List<Window> rows)
    {
        var settled = rows.Skip(1).ToList();
        if (settled.Count < 2)
        {
            return 0;
        }

        var half = settled.Count / 2;
        Console.WriteLine();
        Console.WriteLine("| bar | wanted | measured | |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        Bars.AtMost("memory in the last minute to minute 2", 1.05, settled[^1].Megabytes / settled[0].Megabytes);
        Bars.AtMost("p99 of the second half to the first", 1.2, Median.Of(settled.Skip(half).Select(row => row.Answered.P99)) / Median.Of(settled.Take(half).Select(row => row.Answered.P99)));
        Bars.AtMost("errors", 0, rows.Sum(row => row.Answered.Errors));
        return rows.Sum(row => row.Answered.Errors) == 0 ? 0 : 1;
    }
}
