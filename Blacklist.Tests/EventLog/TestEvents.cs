using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.EventLog;

/// <summary>Events that exist for the log's own tests only.</summary>
[StoredName("gate_built")]
internal sealed record GateBuilt(ListingId Gate, string Place, ClerkId By) : IEvent;

[StoredName("gate_passed")]
internal sealed record GatePassed(int Count, GateSide Side, DateOnly On, PersonId? Person = null) : IEvent;

[StoredName("gate_closed_v2")]
internal sealed record GateClosed(string Reason, DateTimeOffset At) : IEvent;

internal enum GateSide
{
    NorthSide,
    SouthSide,
}

internal static class TestEvents
{
    public static EventTypes Types { get; } = new(
        [typeof(GateBuilt), typeof(GatePassed), typeof(GateClosed)],
        [
            new Upcaster("gate_closed", "gate_closed_v1", data =>
            {
                data["reason"] = data["why"]!.DeepClone();
                data.Remove("why");
                return data;
            }),
            new Upcaster("gate_closed_v1", "gate_closed_v2", data =>
            {
                data["at"] = "2020-01-01T00:00:00+00:00";
                return data;
            }),
        ]);

    public static IEvent Built(Guid gate, string place = "东门") => new GateBuilt(new ListingId(gate), place, new ClerkId("clerk-1"));

    public static IEvent Passed(int count) => new GatePassed(count, GateSide.SouthSide, new DateOnly(2026, 11, 21));

    public static StreamAppend On(Guid stream, long expected, params IEvent[] events) =>
        new(stream, "gate", expected, [.. events.Select(data => new NewEvent(Guid.CreateVersion7(), data))]);

    public static AppendRequest Request(params StreamAppend[] streams) => new(streams, "clerk-1");
}
