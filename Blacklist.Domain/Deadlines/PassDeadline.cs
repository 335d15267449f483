using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Deadlines;

/// <summary>Says that a deadline has passed: once, and not before 00:00 in Shanghai of the day after its last.</summary>
/// <param name="Late">Why it is found only now, when that is long after.</param>
public sealed record PassDeadline(Guid Subject, DeadlineChange.Opened Deadline, DateTimeOffset Now, Lateness? Late)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(WatchedDeadline watched, PassDeadline command)
    {
        var (deadline, now) = (command.Deadline, command.Now);
        return watched.IsPassed || now < deadline.PassesAt
            ? Outcome.Nothing
            : Outcome.Record(new DeadlinePassed(
                WatchedDeadline.IdOf(command.Subject, deadline.Kind, deadline.Due), command.Subject, deadline.Kind, deadline.Due, now, command.Late));
    }
}
