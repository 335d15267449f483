using Blacklist.Api.EventLog;
using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Commands;

/// <summary>One try at a command: what it loaded is what the append will demand to be unchanged.</summary>
internal sealed class Attempt(EventStore log, Write write)
{
    public async Task<Loaded<TState>> Load<TState>(StreamKind<TState> kind, Guid id)
    {
        var stream = await log.Load(id);
        return new Loaded<TState>(kind, id, stream.Version, stream.Fold(kind.Initial, kind.Evolve));
    }

    /// <summary>The facts go to the stream; the other streams that were looked at must not have moved.</summary>
    /// <param name="answer">From the state and version after the facts.</param>
    public Step Record<TState>(
        Loaded<TState> stream, Outcome outcome, Func<TState, long, Answer> answer, IReadOnlyList<SideRow>? sideRows = null, params StreamAppend[] restsOn)
    {
        if (write.IfMatch.Excludes(stream.Version))
        {
            return Problems.VersionConflict(stream.Version);
        }

        if (outcome is Outcome.Refused refused)
        {
            return Problems.Refused(refused.Refusal);
        }

        var facts = ((Outcome.Recorded)outcome).Events;
        var version = stream.Version + facts.Count;
        var reply = answer(facts.Aggregate(stream.State, stream.Kind.Evolve), version) with { Version = version };
        return new Step(null, reply, [stream.Append(facts), .. restsOn], facts.Count == 0 ? [] : sideRows ?? []);
    }
}

/// <summary>A stream as it was when the command looked at it.</summary>
internal sealed record Loaded<TState>(StreamKind<TState> Kind, Guid Id, long Version, TState State)
{
    /// <summary>False also for an id that belongs to a stream of another kind: its facts come to nothing here.</summary>
    public bool Exists => !Equals(State, Kind.Initial);

    /// <summary>Nothing to add, but it must not move before the facts that rest on it are stored.</summary>
    public StreamAppend Unmoved => Append([]);

    public StreamAppend Append(IReadOnlyList<IEvent> facts) =>
        new(Id, Kind.Type, Version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))]);
}

/// <summary>What a try came to: an answer without a record, or a record with the answer it will have.</summary>
internal sealed record Step(IResult? Result, Answer? Answer, IReadOnlyList<StreamAppend> Streams, IReadOnlyList<SideRow> SideRows)
{
    public static implicit operator Step(Problem problem) => new(problem, null, [], []);
}
