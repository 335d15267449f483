using Blacklist.Api.CommandLine;
using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Blacklist.Api.Projections;
using Blacklist.Tests.Benchmarks.Registers;
using Blacklist.Tests.EventLog;
using Npgsql;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>
/// The event log beside what no log could leave out, on one PostgreSQL with fsync on: appends, and commands that load a stream of 50 events,
/// decide and append one. The ways take turns, so that what the machine does meanwhile hits them alike; ratios are taken round by round.
/// </summary>
internal static class AppendRun
{
    private const string Database = "appends";

    public static async Task<int> Run(string[] words)
    {
        var options = new Options("appends", words, ["--writers", "--rounds", "--milliseconds"], []);
        var writers = options.Has("--writers") ? [.. options.List("--writers").Select(int.Parse)] : new[] { 1, 8, 32 };
        var (rounds, time) = (Number("--rounds", 5), TimeSpan.FromMilliseconds(Number("--milliseconds", 1_500)));
        await using var server = await DurableServer.Start();
        await server.CreateMigrated(Database);
        await using var owner = NpgsqlDataSource.Create(server.OwnerOf(Database));
        await using var store = new EventStore(RegistryConnections.App(server.AppOf(Database)), TestEvents.Types, new InlineProjections());
        var old = await OldStreams.Make(store);
        Head();
        foreach (var count in writers)
        {
            await using var ways = new AppendWays(owner, store, old, count);
            await ways.Open();
            Rows(count, "append", 2, await Measure(count, ways.Appends(), rounds, time));
            Rows(count, "load 50, decide, append", 1, await Measure(count, ways.Commands(), rounds, time));
        }

        Console.WriteLine();
        return 0;

        int Number(string name, int otherwise) => options.Has(name) ? int.Parse(options[name]) : otherwise;
    }

    private static async Task<Dictionary<string, List<AppendRound>>> Measure(
        int writers, IReadOnlyList<(string Name, Func<int, Task> Append)> ways, int rounds, TimeSpan time)
    {
        var results = ways.ToDictionary(way => way.Name, _ => new List<AppendRound>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, append) in ways)
            {
                var result = await AppendRound.Measure(writers, time, append);
                if (round > 0) // the first one warms up
                {
                    results[name].Add(result);
                }
            }
        }

        return results;
    }

    private static void Head()
    {
        Console.WriteLine($"{Machine.Describe()}; callers in one process with each way");
        Console.WriteLine();
        Console.WriteLine("| writers | what | way | to bare statement | to bare group commit | p99 to bare group commit's | per second | events/s | p50 ms | p99 | p99.9 |");
        Console.WriteLine("| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    private static void Rows(int writers, string what, int events, Dictionary<string, List<AppendRound>> results)
    {
        foreach (var (name, rounds) in results)
        {
            var perSecond = Median.Of(rounds.Select(round => round.PerSecond));
            Console.WriteLine(
                $"| {writers} | {what} | {name} | {To(AppendWays.Statement, round => round.PerSecond):0.00} | {To(AppendWays.Group, round => round.PerSecond):0.00} "
                + $"| {To(AppendWays.Group, round => round.P99):0.00} | {perSecond:N0} | {perSecond * events:N0} | {Median.Of(rounds.Select(round => round.P50)):0.00} "
                + $"| {Median.Of(rounds.Select(round => round.P99)):0.00} | {Median.Of(rounds.Select(round => round.P999)):0.00} |");

            double To(string other, Func<AppendRound, double> value) => Median.Of(rounds.Zip(results[other], (own, peer) => value(own) / value(peer)));
        }
    }
}
