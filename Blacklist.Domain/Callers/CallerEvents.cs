using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Callers;

/// <summary>From here on the registry refuses whatever this caller asks.</summary>
/// <param name="Caller">Subject of the token.</param>
/// <param name="Observed">How many were seen of what the cause names; null where a person decided.</param>
/// <param name="Limit">How many are still ordinary.</param>
[StoredName("caller_paused")]
public sealed record CallerPaused(ClerkId Caller, PauseCause Cause, int? Observed, int? Limit, string? Reason, ClerkId By) : IEvent;

/// <summary>The caller is answered again.</summary>
[StoredName("caller_resumed")]
public sealed record CallerResumed(ClerkId Caller, string Reason, ClerkId By) : IEvent;
