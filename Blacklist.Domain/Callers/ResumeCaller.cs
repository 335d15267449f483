using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Callers;

/// <summary>An administrator has looked into it, and the caller is answered again.</summary>
public sealed record ResumeCaller(ClerkId Caller, string Reason, ClerkId By)
{
    public static readonly Refusal ByItself = new("caller_resumes_itself", "Nobody ends the own pause: another administrator has to.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [ByItself];

    public static Outcome Decide(CallerAccess access, ResumeCaller command) => access.Pause switch
    {
        _ when command.By == command.Caller => Outcome.Refuse(ByItself),
        null => Outcome.Nothing,
        _ => Outcome.Record(new CallerResumed(command.Caller, command.Reason, command.By)),
    };
}
