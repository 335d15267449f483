using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Deadlines;

/// <summary>What the facts of one kind of stream do to its deadlines, fact by fact (ADR 0015).</summary>
/// <param name="streamType">Stored name of the kind of stream.</param>
public sealed class StreamDeadlines(string streamType)
{
    private readonly Dictionary<Type, Func<IEvent, IEnumerable<DeadlineChange>>> _byFact = [];

    public string StreamType { get; } = streamType;

    /// <summary>The kinds of facts that do something.</summary>
    public IReadOnlyCollection<Type> Facts => _byFact.Keys;

    public StreamDeadlines On<TFact>(Func<TFact, IEnumerable<DeadlineChange>> changes)
        where TFact : IEvent
    {
        _byFact.Add(typeof(TFact), fact => changes((TFact)fact));
        return this;
    }

    public StreamDeadlines On<TFact>(Func<TFact, DeadlineChange> change)
        where TFact : IEvent =>
        On<TFact>(fact => [change(fact)]);

    public IEnumerable<DeadlineChange> Changes(IEvent fact) => _byFact.TryGetValue(fact.GetType(), out var changes) ? changes(fact) : [];

    /// <summary>The deadlines that are open after these facts, whether passed or not.</summary>
    public IReadOnlyDictionary<DeadlineKind, DeadlineChange.Opened> Open(IEnumerable<IEvent> facts)
    {
        var open = new Dictionary<DeadlineKind, DeadlineChange.Opened>();
        foreach (var change in facts.SelectMany(Changes))
        {
            switch (change)
            {
                case DeadlineChange.Opened opened:
                    open[opened.Kind] = opened;
                    break;
                case DeadlineChange.Ended { Kind: { } kind }:
                    open.Remove(kind);
                    break;
                case DeadlineChange.Ended:
                    open.Clear();
                    break;
            }
        }

        return open;
    }
}
