using Blacklist.Domain.Kernel;

namespace Blacklist.Api.EventLog;

/// <summary>One stream as it stands: what a decision is made on.</summary>
/// <param name="Version">Number of its events, the expected version of the next append; 0 when there is no such stream.</param>
internal sealed record EventStream(Guid Id, long Version, IReadOnlyList<EventEnvelope> Events)
{
    public T Fold<T>(T initial, Func<T, IEvent, T> evolve) =>
        Events.Aggregate(initial, (state, recorded) => evolve(state, recorded.Data));
}
