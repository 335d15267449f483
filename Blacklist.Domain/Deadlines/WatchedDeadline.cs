using System.Text;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Deadlines;

/// <summary>State of a deadline's own stream: what was told of it. That it was set, met or lifted stands in its subject's stream.</summary>
public sealed record WatchedDeadline
{
    public static readonly WatchedDeadline Initial = new();

    public static readonly StreamKind<WatchedDeadline> Stream = new("deadline", Initial, Evolve);

    public bool IsWarned { get; private init; }

    public bool IsPassed { get; private init; }

    /// <summary>Whoever finds it, and however often: one subject, one kind, one day, one stream.</summary>
    public static DeadlineId IdOf(Guid subject, DeadlineKind kind, DateOnly due) =>
        new(DerivedId.Of([.. subject.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{kind} {due:yyyy-MM-dd}")]));

    public static WatchedDeadline Evolve(WatchedDeadline state, IEvent fact) => fact switch
    {
        DeadlineWarned => state with { IsWarned = true },
        DeadlinePassed => state with { IsPassed = true },
        _ => state,
    };
}
