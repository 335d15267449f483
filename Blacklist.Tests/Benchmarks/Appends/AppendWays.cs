using Blacklist.Api.EventLog;
using Blacklist.Tests.EventLog;
using Npgsql;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>The ways to append, for one number of writers.</summary>
internal sealed class AppendWays(NpgsqlDataSource owner, EventStore store, OldStreams old, int writers) : IAsyncDisposable
{
    public const string Statement = "bare statement";
    public const string Group = "bare group commit";
    public const string Ours = "event store";

    private readonly List<BareStatement> statements = [];
    private readonly List<BareLoad> loads = [];
    private readonly BareGroupCommit group = new(owner);

    public async Task Open()
    {
        for (var writer = 0; writer < writers; writer++)
        {
            statements.Add(await BareStatement.Open(owner));
            loads.Add(await BareLoad.Open(owner));
        }
    }

    /// <summary>1 to 3 events, 2 on average, one append in four starting a stream.</summary>
    public IReadOnlyList<(string Name, Func<int, Task> Append)> Appends() =>
    [
        (Statement, Own((writer, gate) => statements[writer].Append(gate.Bare()))),
        (Group, Own((_, gate) => group.Append(gate.Bare()))),
        (Ours, Own(async (_, gate) => (await store.Append(gate.Request())).ShouldBeOfType<AppendResult.Appended>())),
    ];

    /// <summary>A command: load 50 events, decide, append one.</summary>
    public IReadOnlyList<(string Name, Func<int, Task> Append)> Commands() =>
    [
        (Statement, async writer => await statements[writer].Append(Gate.Bare(await Decided(writer)))),
        (Group, async writer => await group.Append(Gate.Bare(await Decided(writer)))),
        (Ours, async writer =>
        {
            var stream = await store.Load(old.Next(writer, writers));
            var count = stream.Fold(0, (last, recorded) => recorded is GatePassed passed ? passed.Count : last);
            (await store.Append(OldStreams.Decide(stream.Id, stream.Version, count))).ShouldBeOfType<AppendResult.Appended>();
        }),
    ];

    public async ValueTask DisposeAsync()
    {
        await group.DisposeAsync();
        foreach (var statement in statements)
        {
            await statement.DisposeAsync();
        }

        foreach (var load in loads)
        {
            await load.DisposeAsync();
        }
    }

    private async Task<AppendRequest> Decided(int writer)
    {
        var stream = old.Next(writer, writers);
        var (version, count) = await loads[writer].Read(stream);
        return OldStreams.Decide(stream, version, count);
    }

    private Func<int, Task> Own(Func<int, Gate, Task> append)
    {
        var gates = Enumerable.Range(0, writers).Select(_ => new Gate()).ToArray();
        return writer => append(writer, gates[writer].Next());
    }
}
