using Blacklist.Domain.Deadlines;

namespace Blacklist.Domain.CallerNotices;

/// <summary>Until when a caller notice is to be acknowledged.</summary>
public static class CallerNoticeDeadlines
{
    public static readonly StreamDeadlines Of = new StreamDeadlines(CallerNotice.Stream.Type)
        .On<CallerNoticeOpened>(e => e.AcknowledgeUntil is { } until
            ? [DeadlineChange.In(e.Region), DeadlineChange.Set(DeadlineKind.NoticeAcknowledgement, until, warnFrom: until)]
            : [])
        .On<CallerNoticeAcknowledged>(_ => DeadlineChange.Meet(DeadlineKind.NoticeAcknowledgement));
}
