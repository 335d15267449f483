using Blacklist.Domain.Listings;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class RecordStatementSpecs
{
    private static readonly RecordStatement Answer = new(StatementKind.Answered, Answered.ReceivedOn, Answered.Document, Officer, Today);

    [Fact]
    public void The_persons_answer_is_recorded() => Given(Proposed, Noticed).When(l => RecordStatement.Decide(l, Answer)).Then(Answered);

    [Fact]
    public void A_waiver_is_recorded() =>
        Given(Proposed, Noticed).When(l => RecordStatement.Decide(l, Answer with { Kind = StatementKind.Waived }))
            .Then(Answered with { Kind = StatementKind.Waived });

    [Fact]
    public void The_same_answer_again_changes_nothing() => Given(Proposed, Noticed, Answered).When(l => RecordStatement.Decide(l, Answer)).Then();

    [Fact]
    public void Who_waived_the_right_may_still_answer() =>
        Given(Proposed, Noticed, Answered with { Kind = StatementKind.Waived }).When(l => RecordStatement.Decide(l, Answer)).Then(Answered);

    [Fact]
    public void An_answer_is_not_made_a_waiver() =>
        Given(Proposed, Noticed, Answered).When(l => RecordStatement.Decide(l, Answer with { Kind = StatementKind.Waived })).ThenRefused(RecordStatement.HasAnswered);

    [Fact]
    public void There_is_nothing_to_answer_before_the_notice() =>
        Given(Proposed).When(l => RecordStatement.Decide(l, Answer)).ThenRefused(RecordStatement.NotNoticed);

    [Fact]
    public void An_answer_does_not_precede_the_notice() =>
        Given(Proposed, Noticed).When(l => RecordStatement.Decide(l, Answer with { ReceivedOn = ServedOn.AddDays(-1) }))
            .ThenRefused(RecordStatement.BeforeNotice);

    [Fact]
    public void Who_reads_the_announcement_may_answer_before_it_counts_as_served() =>
        Given(Proposed, Unreachable, Noticed with { Method = ServiceMethod.PublicNotice, AnnouncedOn = ServedOn.AddDays(-1) })
            .When(l => RecordStatement.Decide(l, Answer with { ReceivedOn = ServedOn.AddDays(-1) }))
            .Then(Answered with { ReceivedOn = ServedOn.AddDays(-1) });

    [Fact]
    public void An_answer_of_tomorrow_is_refused() =>
        Given(Proposed, Noticed).When(l => RecordStatement.Decide(l, Answer with { ReceivedOn = Today.AddDays(1) }))
            .ThenRefused(RecordStatement.InFuture);
}
