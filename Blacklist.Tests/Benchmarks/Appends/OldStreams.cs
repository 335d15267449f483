using Blacklist.Api.EventLog;
using Blacklist.Tests.EventLog;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>Streams of 50 events to load, decide on and append one to. There are so many that none grows by much; each writer has its own.</summary>
internal sealed class OldStreams
{
    private const int Streams = 1_600;
    private const int Events = 50;

    private readonly Guid[] ids = [.. Enumerable.Range(0, Streams).Select(_ => Guid.CreateVersion7())];
    private readonly int[] turns = new int[Streams];

    public static async Task<OldStreams> Make(EventStore store)
    {
        var streams = new OldStreams();
        foreach (var some in streams.ids.Chunk(100))
        {
            var request = TestEvents.Request([.. some.Select(id => TestEvents.On(id, 0, [.. Enumerable.Range(0, Events).Select(TestEvents.Passed)]))]);
            (await store.Append(request)).ShouldBeOfType<AppendResult.Appended>();
        }

        return streams;
    }

    /// <summary>The writer's next stream.</summary>
    public Guid Next(int writer, int writers)
    {
        var own = Streams / writers;
        return ids[(writer * own) + (turns[writer]++ % own)];
    }

    /// <summary>Its 51st event or so, decided on what the stream holds.</summary>
    public static AppendRequest Decide(Guid stream, long version, int count) =>
        TestEvents.Request(TestEvents.On(stream, version, TestEvents.Passed(count + 1)));
}
