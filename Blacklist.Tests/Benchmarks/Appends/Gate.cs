using Blacklist.Api.EventLog;
using Blacklist.Tests.EventLog;

namespace Blacklist.Tests.Benchmarks.Appends;

/// <summary>One writer's stream: appends of 1, 2, 3 and 2 events, then a new stream.</summary>
internal sealed class Gate
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

    public BareAppend Bare() => Bare(Request());

    public static BareAppend Bare(AppendRequest request)
    {
        var only = request.Streams[0];
        return new BareAppend(
            only.StreamId,
            only.ExpectedVersion,
            [.. only.Events.Select(given => given.Id)],
            [.. only.Events.Select(given => TestEvents.Types.Write(given.Data).Json)]);
    }
}
