using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Callers;

/// <summary>The registry stops answering a caller: by itself when somebody seems to count numbers through, or by an administrator.</summary>
/// <param name="Observed">How many were seen of what the cause names.</param>
/// <param name="Limit">How many are still ordinary.</param>
public sealed record PauseCaller(ClerkId Caller, PauseCause Cause, int? Observed, int? Limit, string? Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(CallerAccess access, PauseCaller command) => access.Pause is null
        ? Outcome.Record(new CallerPaused(command.Caller, command.Cause, command.Observed, command.Limit, command.Reason, command.By))
        : Outcome.Nothing;
}
