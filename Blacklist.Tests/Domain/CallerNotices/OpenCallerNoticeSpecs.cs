using Blacklist.Domain.CallerNotices;
using static Blacklist.Tests.Domain.CallerNotices.ACallerNotice;

namespace Blacklist.Tests.Domain.CallerNotices;

public sealed class OpenCallerNoticeSpecs
{
    private static readonly OpenCallerNotice Open = new(Id, Caller, Cause, 4711, Region, 3, 2, 1, Until);

    [Fact]
    public void A_caller_is_told_with_a_day_to_acknowledge_it() => Given().When(n => OpenCallerNotice.Decide(n, Open)).Then(Opened);

    [Fact]
    public void Beyond_the_calendar_there_is_no_such_day() =>
        Given().When(n => OpenCallerNotice.Decide(n, Open with { Acknowledge = null })).Then(Opened with { AcknowledgeUntil = null, CalendarVersion = null });

    [Fact]
    public void Opening_twice_changes_nothing() => Given(Opened).When(n => OpenCallerNotice.Decide(n, Open)).Then();

    [Fact]
    public void An_acknowledged_one_is_not_opened_again() => Given(Opened, Acknowledged).When(n => OpenCallerNotice.Decide(n, Open)).Then();
}
