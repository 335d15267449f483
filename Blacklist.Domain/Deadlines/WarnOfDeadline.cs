using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Deadlines;

/// <summary>Says that a deadline comes near: once, in its time, and not when it is over.</summary>
public sealed record WarnOfDeadline(Guid Subject, DeadlineChange.Opened Deadline, DateTimeOffset Now)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(WatchedDeadline watched, WarnOfDeadline command)
    {
        var (deadline, now) = (command.Deadline, command.Now);
        return watched.IsWarned || watched.IsPassed || !(deadline.WarnAt <= now) || deadline.PassesAt <= now
            ? Outcome.Nothing
            : Outcome.Record(new DeadlineWarned(
                WatchedDeadline.IdOf(command.Subject, deadline.Kind, deadline.Due), command.Subject, deadline.Kind, deadline.Due, now));
    }
}
