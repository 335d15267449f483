using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Domain.CallerNotices;

/// <summary>Answers that a caller was given would come out otherwise since a fact became known; which they are stands beside the log.</summary>
/// <param name="Cause">The event that changed them.</param>
/// <param name="Region">Smallest region that covers all of them.</param>
/// <param name="Checks">How many checks are affected.</param>
/// <param name="WrongRefusals">Of these, how many restricted somebody who, as known now, was not.</param>
/// <param name="WrongClearances">Of these, how many did not restrict somebody who, as known now, was.</param>
/// <param name="AcknowledgeUntil">Null when the calendar does not reach so far.</param>
[StoredName("caller_notice_opened")]
public sealed record CallerNoticeOpened(
    CallerNoticeId NoticeId,
    ClerkId Caller,
    Guid Cause,
    long CausePosition,
    RegionCode Region,
    int Checks,
    int WrongRefusals,
    int WrongClearances,
    DateOnly? AcknowledgeUntil,
    string? CalendarVersion) : IEvent;

/// <summary>The caller has seen it.</summary>
/// <param name="Remark">What the caller does about it.</param>
[StoredName("caller_notice_acknowledged")]
public sealed record CallerNoticeAcknowledged(CallerNoticeId NoticeId, string? Remark, ClerkId By) : IEvent;
