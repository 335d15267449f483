using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Reexaminations;

/// <summary>Opens the task to examine again what was wrongly refused.</summary>
public sealed record OpenReexamination(ReexaminationId Id, Guid CheckId, CallerNoticeId Notice, ClerkId Caller, RegionCode Region, Deadline? Until)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(Reexamination reexamination, OpenReexamination command) => reexamination.Status == ReexaminationStatus.None
        ? Outcome.Record(new ReexaminationOpened(
            command.Id, command.CheckId, command.Notice, command.Caller, command.Region, command.Until?.Due, command.Until?.CalendarVersion))
        : Outcome.Nothing;
}
