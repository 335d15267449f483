using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.CallerNotices;

/// <summary>Tells a caller that answers given before would come out otherwise now.</summary>
public sealed record OpenCallerNotice(
    CallerNoticeId Id, ClerkId Caller, Guid Cause, long CausePosition, RegionCode Region, int Checks, int WrongRefusals, int WrongClearances, Deadline? Acknowledge)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(CallerNotice notice, OpenCallerNotice command) => notice.Status == CallerNoticeStatus.None
        ? Outcome.Record(new CallerNoticeOpened(
            command.Id, command.Caller, command.Cause, command.CausePosition, command.Region, command.Checks, command.WrongRefusals, command.WrongClearances,
            command.Acknowledge?.Due, command.Acknowledge?.CalendarVersion))
        : Outcome.Nothing;
}
