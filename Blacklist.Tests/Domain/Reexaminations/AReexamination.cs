using Blacklist.Domain.Kernel;
using Blacklist.Domain.Reexaminations;
using Blacklist.Tests.Domain.CallerNotices;

namespace Blacklist.Tests.Domain.Reexaminations;

internal static class AReexamination
{
    public static readonly ReexaminationId Id = new(new Guid("0199c0de-0000-8000-8000-000000000003"));
    public static readonly Guid Check = new("0199c0de-0000-7000-8000-000000000004");
    public static readonly ClerkId Clerk = new("clerk-150600");

    public static readonly ReexaminationOpened Opened = new(
        Id, Check, ACallerNotice.Id, ACallerNotice.Caller, ACallerNotice.Region, ACallerNotice.Until.Due, ACallerNotice.Until.CalendarVersion);

    public static readonly ReexaminationCompleted Completed = new(Id, ReexaminationOutcome.RefusalWithdrawn, "列入已撤销", Clerk);

    public static Scenario<Reexamination> Given(params IEvent[] facts) => Scenario<Reexamination>.Given(Reexamination.Initial, Reexamination.Evolve, facts);
}
