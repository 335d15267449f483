using Blacklist.Domain.Listings;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Listings;

public sealed class DecideListingSpecs
{
    private static readonly DecideListing Enter = new(ListingDecision.Enter, Entered.DocumentNumber, DecidedOn, Entered.Reasons, Approver, Today);
    private static readonly DecideListing Drop = Enter with { Decision = ListingDecision.Drop };

    [Fact]
    public void A_second_person_lists() => Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Enter)).Then(Entered);

    [Fact]
    public void A_second_person_drops() => Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Drop)).Then(Dropped);

    [Fact]
    public void Listing_twice_changes_nothing() => Given(Proposed, Noticed, Entered).When(l => DecideListing.Decide(l, Organization, Enter)).Then();

    [Fact]
    public void Dropping_twice_changes_nothing() => Given(Proposed, Noticed, Dropped).When(l => DecideListing.Decide(l, Organization, Drop)).Then();

    [Fact]
    public void What_was_listed_is_not_dropped() =>
        Given(Proposed, Noticed, Entered).When(l => DecideListing.Decide(l, Organization, Drop)).ThenRefused(DecideListing.AlreadyDecided);

    [Fact]
    public void What_was_annulled_is_not_listed_again() =>
        Given(Proposed, Noticed, Entered, Annulled).When(l => DecideListing.Decide(l, Organization, Enter)).ThenRefused(DecideListing.AlreadyDecided);

    [Fact]
    public void Who_proposed_does_not_decide() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Enter with { By = Officer })).ThenRefused(DecideListing.SamePerson);

    [Fact]
    public void Nobody_is_listed_without_notice() =>
        Given(Proposed).When(l => DecideListing.Decide(l, Organization, Enter)).ThenRefused(DecideListing.NotNoticed);

    [Fact]
    public void Nobody_is_listed_on_the_last_day_of_the_statement_period() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = StatementUntil }))
            .ThenRefused(DecideListing.PeriodRunning);

    [Fact]
    public void Who_has_answered_can_be_listed_before_the_period_ends() =>
        Given(Proposed, Noticed, Answered).When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = StatementUntil }))
            .Then(Entered with { DecidedOn = StatementUntil });

    [Fact]
    public void Who_has_waived_can_be_listed_before_the_period_ends() =>
        Given(Proposed, Noticed, Answered with { Kind = StatementKind.Waived })
            .When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = StatementUntil }))
            .Then(Entered with { DecidedOn = StatementUntil });

    [Fact]
    public void Nobody_is_listed_by_a_decision_of_a_day_before_the_answer_while_the_period_ran() =>
        Given(Proposed, Noticed, Answered with { Kind = StatementKind.Waived, ReceivedOn = StatementUntil })
            .When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = StatementUntil.AddDays(-1) }))
            .ThenRefused(DecideListing.PeriodRunning);

    [Fact]
    public void Dropping_need_not_wait() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Drop with { DecidedOn = ServedOn })).Then(Dropped with { DecidedOn = ServedOn });

    [Fact]
    public void The_decision_does_not_precede_the_notice() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = ServedOn.AddDays(-1) }))
            .ThenRefused(DecideListing.BeforeNotice);

    [Fact]
    public void Who_answers_an_announcement_can_be_listed_before_it_counts_as_served() =>
        Given(Proposed, Unreachable, Noticed with { Method = ServiceMethod.PublicNotice, AnnouncedOn = new(2026, 3, 7) }, Answered with { ReceivedOn = new(2026, 3, 8) })
            .When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = new(2026, 3, 8) })).Then(Entered with { DecidedOn = new(2026, 3, 8) });

    [Fact]
    public void Nobody_is_listed_on_a_decision_that_was_annulled() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, BanAnnulled, Enter)).ThenRefused(DecideListing.DecisionAnnulled);

    [Fact]
    public void A_proposal_on_a_decision_that_was_annulled_is_dropped() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, BanAnnulled, Drop)).Then(Dropped);

    [Fact]
    public void A_decision_of_tomorrow_is_refused() =>
        Given(Proposed, Noticed).When(l => DecideListing.Decide(l, Organization, Enter with { DecidedOn = Today.AddDays(1) })).ThenRefused(DecideListing.InFuture);
}
