using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.Reexaminations;

/// <summary>A check restricted somebody who, as known now, was not: whoever was refused by it is to be examined again.</summary>
/// <param name="NoticeId">The notice that tells the caller.</param>
/// <param name="Until">Null when the calendar does not reach so far.</param>
[StoredName("reexamination_opened")]
public sealed record ReexaminationOpened(
    ReexaminationId ReexaminationId,
    Guid CheckId,
    CallerNoticeId NoticeId,
    ClerkId Caller,
    RegionCode Region,
    DateOnly? Until,
    string? CalendarVersion) : IEvent;

/// <summary>The application was examined again.</summary>
[StoredName("reexamination_completed")]
public sealed record ReexaminationCompleted(ReexaminationId ReexaminationId, ReexaminationOutcome Outcome, string Reason, ClerkId By) : IEvent;

/// <summary>What examining again came to.</summary>
public enum ReexaminationOutcome
{
    /// <summary>The refusal was taken back.</summary>
    RefusalWithdrawn,

    /// <summary>The refusal stands on other grounds.</summary>
    RefusedOnOtherGrounds,

    /// <summary>Nothing had been refused, or the application was not pursued.</summary>
    NothingToWithdraw,
}
