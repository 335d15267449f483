using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Domain.CallerNotices.ACallerNotice;

namespace Blacklist.Tests.Domain.CallerNotices;

public sealed class AcknowledgeCallerNoticeSpecs
{
    private static readonly AcknowledgeCallerNotice Acknowledge = new("已复核", Caller);

    [Fact]
    public void Its_caller_has_seen_it() => Given(Opened).When(n => AcknowledgeCallerNotice.Decide(n, Acknowledge)).Then(Acknowledged);

    [Fact]
    public void Acknowledging_twice_changes_nothing() => Given(Opened, Acknowledged).When(n => AcknowledgeCallerNotice.Decide(n, Acknowledge)).Then();

    [Fact]
    public void Another_caller_cannot() =>
        Given(Opened).When(n => AcknowledgeCallerNotice.Decide(n, Acknowledge with { By = new ClerkId("clerk-500000") }))
            .ThenRefused(AcknowledgeCallerNotice.NotTheCallers);

    [Fact]
    public void Its_deadline_is_open_until_then()
    {
        CallerNoticeDeadlines.Of.Open([Opened])[DeadlineKind.NoticeAcknowledgement].Due.ShouldBe(Until.Due);
        CallerNoticeDeadlines.Of.Open([Opened, Acknowledged]).ShouldBeEmpty();
        CallerNoticeDeadlines.Of.Open([Opened with { AcknowledgeUntil = null }]).ShouldBeEmpty();
    }
}
