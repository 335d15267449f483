using Blacklist.Tests.Benchmarks.Load;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>
/// Checks over HTTP beside a constant answer and beside conventional services, all recorded with fsync on, each service in a process of
/// its own; service, PostgreSQL and callers share the machine. The ways take turns, and before and after each the constant answer is
/// asked again: ratios are taken to those two neighbours, and their median counts.
/// </summary>
internal static class CheckRun
{
    private const int EveryWay = 64;

    public static async Task<int> Run(string[] words)
    {
        var plan = CheckPlan.Read("checks", words);
        await using var bench = await CheckBench.Start(plan.Listings);
        var ways = await bench.Ways(plan);
        CheckTable.Head(bench.Registers);
        await bench.Renew();
        await WarmUp(bench, ways, plan.WarmUp);
        var measured = new List<Measured>();
        foreach (var connections in plan.Connections)
        {
            var asked = ways.Skip(1).Where(way => way.Always || connections == EveryWay || plan.Connections.Length == 1 || plan.Only.Length > 0).ToList();
            var now = await Measure(bench, ways[0], asked, connections, plan);
            CheckTable.Rows(now);
            measured.AddRange(now);
        }

        CheckTable.Noise(measured);
        Bars.Write(measured);
        return measured.Sum(one => one.Errors) == 0 ? 0 : 1;
    }

    private static async Task WarmUp(CheckBench bench, IReadOnlyList<Way> ways, int seconds)
    {
        foreach (var service in ways.DistinctBy(way => way.ProcessId))
        {
            await LoadGenerator.Ask(service.Url, service.Requests(), EveryWay, seconds);
        }

        await bench.Server.Checkpoint();
    }

    private static async Task<List<Measured>> Measure(CheckBench bench, Way constant, List<Way> ways, int connections, CheckPlan plan)
    {
        var rounds = ways.ToDictionary(way => way, _ => new List<(Window, Window, Window)>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            await bench.Renew();
            var before = await Window.Measure(bench.Server, constant, connections, plan.Seconds);
            foreach (var way in ways)
            {
                var own = await Window.Measure(bench.Server, way, connections, plan.Seconds);
                var after = await Window.Measure(bench.Server, constant, connections, plan.Seconds);
                rounds[way].Add((own, before, after));
                before = after;
            }
        }

        return [Control(constant, connections, [.. rounds.Values]), .. ways.Select(way => new Measured(way, connections, rounds[way]))];
    }

    /// <summary>The constant answer against itself: what its ratio differs from 1 is noise.</summary>
    private static Measured Control(Way constant, int connections, IReadOnlyList<List<(Window Own, Window Before, Window After)>> ways) =>
        new(constant, connections, [.. ways.SelectMany(rounds => rounds).Select(round => (round.After, round.Before, round.Before))]);
}
