namespace Blacklist.Domain.Kernel;

/// <summary>What deciding a command comes to: facts to append, or a refusal. No facts means the command changes nothing.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The command was already carried out, or asks for nothing new.</summary>
    public static Outcome Nothing { get; } = new Recorded([]);

    public static Outcome Record(params IEvent[] events) => new Recorded(events);

    public static Outcome Refuse(Refusal refusal) => new Refused(refusal);

    public sealed record Recorded(IReadOnlyList<IEvent> Events) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;
}
