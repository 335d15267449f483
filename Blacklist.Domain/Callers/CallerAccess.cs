using System.Text;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Callers;

/// <summary>State of a caller's stream: whether the registry answers this machine or person at present.</summary>
public sealed record CallerAccess
{
    public static readonly CallerAccess Initial = new();

    public static readonly StreamKind<CallerAccess> Stream = new("caller_access", Initial, Evolve);

    /// <summary>Null while the caller is answered.</summary>
    public CallerPaused? Pause { get; private init; }

    /// <summary>The stream of a caller: the same on every node.</summary>
    public static Guid IdOf(ClerkId caller) => DerivedId.Of(Encoding.UTF8.GetBytes($"caller access {caller.Value}"));

    public static CallerAccess Evolve(CallerAccess state, IEvent fact) => fact switch
    {
        CallerPaused e => state with { Pause = e },
        CallerResumed => state with { Pause = null },
        _ => state,
    };
}
