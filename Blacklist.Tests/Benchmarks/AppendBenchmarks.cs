using System.Diagnostics;
using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Tests.EventLog;
using Xunit.Abstractions;

namespace Blacklist.Tests.Benchmarks;

/// <summary>
/// Appends of 1 to 3 events, 2 on average, one in four starting a stream, on a private PostgreSQL with fsync on. The three ways take
/// turns, so that what the machine does meanwhile hits them alike; the median of the rounds counts.
/// </summary>
[Collection(nameof(Benchmark))]
public sealed class AppendBenchmarks(ITestOutputHelper output)
{
    private const int Rounds = 5;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1.5);

    [BenchmarkFact]
    public async Task Append_throughput_at_1_8_and_32_writers()
    {
        await using var database = await DurableDatabase.Start();
        output.WriteLine("| writers | way | events/s | to bare statement | p50 ms | p99 ms |");
        output.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: |");
        var store = new Dictionary<int, double>();
        foreach (var writers in new[] { 1, 8, 32 })
        {
            var measured = await Measure(database, writers);
            var bare = measured[0].EventsPerSecond;
            foreach (var way in measured)
            {
                output.WriteLine($"| {writers} | {way.Way} | {way.EventsPerSecond:N0} | {way.EventsPerSecond / bare:0.00} | {way.P50:0.00} | {way.P99:0.00} |");
            }

            store[writers] = measured[^1].EventsPerSecond;
        }

        output.WriteLine($"Event store, 32 writers to 1: {store[32] / store[1]:0.0} times");
    }

    private static async Task<List<Result>> Measure(DurableDatabase database, int writers)
    {
        var statements = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => BareStatement.Open(database.Owner)));
        await using var group = new BareGroupCommit(database.Owner);
        await using var store = new EventStore(database.App, TestEvents.Types, new InlineProjections());
        (string Name, Func<int, Task> Append)[] ways =
        [
            ("bare statement", Ways(writers, (writer, gate) => statements[writer].Append(gate.Bare()))),
            ("bare group commit", Ways(writers, (_, gate) => group.Append(gate.Bare()))),
            ("event store", Ways(writers, async (_, gate) => (await store.Append(gate.Request())).ShouldBeOfType<AppendResult.Appended>())),
        ];
        var results = ways.ToDictionary(way => way.Name, _ => new List<Result>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (name, append) in ways)
            {
                var result = await Round(name, writers, append);
                if (round > 0)
                {
                    results[name].Add(result);
                }
            }
        }

        await Task.WhenAll(statements.Select(statement => statement.DisposeAsync().AsTask()));
        return [.. ways.Select(way => results[way.Name].OrderBy(result => result.EventsPerSecond).ElementAt(Rounds / 2))];
    }

    private static Func<int, Task> Ways(int writers, Func<int, Gate, Task> append)
    {
        var gates = Enumerable.Range(0, writers).Select(_ => new Gate()).ToArray();
        return writer => append(writer, gates[writer].Next());
    }

    private static async Task<Result> Round(string way, int writers, Func<int, Task> append)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var own = new List<double>();
            while (watch.Elapsed < RoundTime)
            {
                var begun = Stopwatch.GetTimestamp();
                await append(writer);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return own;
        })));
        var elapsed = watch.Elapsed.TotalSeconds;
        var all = times.SelectMany(own => own).Order().ToArray();
        return new Result(way, all.Length * 2 / elapsed, all[all.Length / 2], all[all.Length * 99 / 100]);
    }

    private sealed record Result(string Way, double EventsPerSecond, double P50, double P99);

    /// <summary>One writer's stream: appends of 1, 2, 3 and 2 events, then a new stream.</summary>
    private sealed class Gate
    {
        private static readonly int[] Sizes = [1, 2, 3, 2];
        private Guid stream;
        private int turn;
        private long version;
        private long next;

        public Gate Next()
        {
            if (turn % 4 == 0)
            {
                (stream, next) = (Guid.CreateVersion7(), 0);
            }

            version = next;
            next += Sizes[turn++ % 4];
            return this;
        }

        public AppendRequest Request() =>
            TestEvents.Request(TestEvents.On(stream, version, [.. Enumerable.Range(0, (int)(next - version)).Select(TestEvents.Passed)]));

        public BareAppend Bare()
        {
            var request = Request().Streams[0];
            return new BareAppend(
                stream,
                version,
                [.. request.Events.Select(given => given.Id)],
                [.. request.Events.Select(given => TestEvents.Types.Write(given.Data).Json)]);
        }
    }
}
