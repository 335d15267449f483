using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Imports;

/// <summary>A stream that does not exist yet, written in memory by the same commands that write one step by step.</summary>
internal sealed class FreshStream<TState>(StreamKind<TState> kind, Guid id)
{
    private readonly List<NewEvent> _facts = [];

    public TState State { get; private set; } = kind.Initial;

    public StreamAppend Append => new(id, kind.Type, ExpectedVersion: 0, _facts);

    /// <returns>Why the command may not be carried out; null when its facts were added.</returns>
    public Refusal? Take(Outcome outcome)
    {
        if (outcome is Outcome.Refused refused)
        {
            return refused.Refusal;
        }

        foreach (var fact in ((Outcome.Recorded)outcome).Events)
        {
            State = kind.Evolve(State, fact);
            _facts.Add(new NewEvent(Guid.CreateVersion7(), fact));
        }

        return null;
    }
}
