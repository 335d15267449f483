using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.Listings;

namespace Blacklist.Tests.Domain.Deadlines;

public sealed class StreamDeadlinesSpecs
{
    [Fact]
    public void A_notice_opens_the_statement_period() =>
        After(AListing.Proposed, AListing.Noticed)[DeadlineKind.StatementPeriod].Due.ShouldBe(AListing.StatementUntil);

    [Fact]
    public void A_statement_meets_it() => After(AListing.Proposed, AListing.Noticed, AListing.Answered).ShouldBeEmpty();

    [Fact]
    public void A_decision_lifts_it() => After(AListing.Proposed, AListing.Noticed, AListing.Entered).ShouldBeEmpty();

    [Fact]
    public void Another_day_replaces_the_first() =>
        After(AListing.Noticed, AListing.Noticed with { StatementPeriod = AListing.StatementPeriod with { Due = new(2026, 3, 20) } }).ShouldHaveSingleItem().Value.Due.ShouldBe(new DateOnly(2026, 3, 20));

    [Fact]
    public void A_suspension_with_a_last_day_is_watched_until_it_is_ended()
    {
        After(AListing.Suspended)[DeadlineKind.SuspensionEnd].Due.ShouldBe(AListing.Suspended.Until!.Value);
        After(AListing.Suspended, AListing.Resumed).ShouldBeEmpty();
        After(AListing.Suspended, AListing.Repaired).ShouldBeEmpty();
        After(AListing.Suspended with { Until = null }).ShouldBeEmpty();
    }

    [Fact]
    public void One_subject_one_kind_and_one_day_are_one_deadline()
    {
        WatchedDeadline.IdOf(ADeadline.Subject, DeadlineKind.Hearing, ADeadline.Due).ShouldNotBe(ADeadline.Id);
        WatchedDeadline.IdOf(ADeadline.Subject, DeadlineKind.StatementPeriod, ADeadline.Due.AddDays(1)).ShouldNotBe(ADeadline.Id);
        WatchedDeadline.IdOf(Guid.Empty, DeadlineKind.StatementPeriod, ADeadline.Due).ShouldNotBe(ADeadline.Id);
        ADeadline.Id.Value.ToString().ShouldBe("b544d6e8-63fa-8a37-ba5f-c41d16346dbf"); // for ever: streams are found by it
    }

    private static IReadOnlyDictionary<DeadlineKind, DeadlineChange.Opened> After(params IEvent[] facts) => ListingDeadlines.Of.Open(facts);
}
