using Blacklist.Domain.Calendar;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Domain.Deadlines;

/// <summary>One deadline and what is told of it, for the specs.</summary>
internal static class ADeadline
{
    public static readonly Guid Subject = new("0199c0de-0000-7000-8000-000000000015");
    public static readonly DateOnly Due = new(2026, 3, 16);
    public static readonly DeadlineChange.Opened Open = new(DeadlineKind.StatementPeriod, Due, null, WarnFrom: Due);
    public static readonly DeadlineId Id = WatchedDeadline.IdOf(Subject, Open.Kind, Due);
    public static readonly DateTimeOffset WarnsAt = LegalDate.Begins(Due);
    public static readonly DateTimeOffset PassesAt = LegalDate.Begins(Due.AddDays(1));

    public static readonly DeadlineWarned Warned = new(Id, Subject, Open.Kind, Due, WarnsAt);
    public static readonly DeadlinePassed Passed = new(Id, Subject, Open.Kind, Due, PassesAt, Late: null);

    public static Scenario<WatchedDeadline> Given(params IEvent[] facts) => Scenario<WatchedDeadline>.Given(WatchedDeadline.Initial, WatchedDeadline.Evolve, facts);
}
