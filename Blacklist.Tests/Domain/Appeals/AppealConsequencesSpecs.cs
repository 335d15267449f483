using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Registration;
using Blacklist.Tests.Domain.BannedOrganizations;
using Blacklist.Tests.Domain.Listings;
using static Blacklist.Tests.Domain.Appeals.AnAppeal;

namespace Blacklist.Tests.Domain.Appeals;

/// <summary>What becomes of the listing when something happens to the appeal.</summary>
public sealed class AppealConsequencesSpecs
{
    private const string Late = "逾期未作出决定";

    private static readonly ClerkId Clock = new("clock");
    private static readonly BannedOrganization Organization = AnOrganization.After(AnOrganization.Recorded, AnOrganization.Banned, AnOrganization.ChairNamed);
    private static readonly ListingDisputed Disputed = new(AListing.Id, Id, Administrator);
    private static readonly ListingDisputeSettled Settled = new(AListing.Id, Id, Administrator);
    private static readonly PersonStatementAttached Attached = new(AListing.Id, Id, Words, Administrator);

    private static readonly ListingSuspended Suspended = new(
        AListing.Id, From: DecideBy.Due.AddDays(1), Until: null, Filed.Number, Late, Clock);

    [Fact]
    public void A_statement_answers_the_notice_at_once() =>
        Then(AppealConsequences.OnFiled(Announced, FiledStatement), new StatementRecorded(
            AListing.Id, StatementKind.Answered, FiledStatement.ReceivedOn, FiledStatement.Document, Counter));

    [Fact]
    public void A_second_statement_leaves_the_answer_as_it_is() =>
        Then(AppealConsequences.OnFiled(After(AListing.Answered), FiledStatement));

    [Fact]
    public void An_objection_does_nothing_before_it_is_admitted() => Then(AppealConsequences.OnFiled(InForce, Filed));

    [Fact]
    public void An_admitted_objection_marks_the_listing_and_its_words_travel() =>
        Then(AppealConsequences.OnAdmitted(InForce, State(Filed), Admitted), Disputed, Attached);

    [Fact]
    public void Without_words_there_is_the_mark_alone() =>
        Then(AppealConsequences.OnAdmitted(InForce, State(Filed with { StatementId = null }), Admitted), Disputed);

    [Fact]
    public void Who_asks_for_repair_does_not_contest() =>
        Then(AppealConsequences.OnAdmitted(InForce, State(FiledRepair), Admitted), Attached);

    [Fact]
    public void The_words_of_an_admitted_statement_travel_with_the_proposal_already() =>
        Then(AppealConsequences.OnAdmitted(Announced, State(FiledStatement), Admitted), Attached);

    [Fact]
    public void The_words_of_a_statement_go_nowhere_when_the_proposal_was_dropped_meanwhile() =>
        Then(AppealConsequences.OnAdmitted(After(AListing.Dropped), State(FiledStatement), Admitted));

    [Fact]
    public void What_was_annulled_meanwhile_is_not_disputed() =>
        ThenRefused(AppealConsequences.OnAdmitted(After(AListing.Entered, AListing.Annulled), State(Filed), Admitted), DisputeListing.NotInForce);

    [Fact]
    public void A_maintained_listing_loses_its_mark_and_nothing_else() =>
        Then(OnDecided(After(AListing.Entered, Disputed), Maintained), Settled);

    [Fact]
    public void An_annulment_is_carried_out_and_the_mark_goes() =>
        Then(
            OnDecided(After(AListing.Entered, Disputed), Maintained with { Remedy = Remedy.Annul }),
            new ListingAnnulled(AListing.Id, Maintained.DocumentNumber, DecidedOn, Maintained.Reasons, Administrator), Settled);

    [Fact]
    public void A_variation_is_carried_out_from_the_day_of_the_decision()
    {
        var decided = Maintained with { Remedy = Remedy.Vary, EndsOn = new DateOnly(2028, 3, 2), Positions = [Position.Founder] };
        Then(
            OnDecided(After(AListing.Entered, Disputed), decided),
            new ListingVaried(AListing.Id, DecidedOn, decided.EndsOn, decided.Positions, decided.DocumentNumber, decided.Reasons, Administrator), Settled);
    }

    [Fact]
    public void A_repair_ends_the_effect_from_the_day_of_the_decision() =>
        Then(
            AppealConsequences.OnDecided(InForce, Organization, State(FiledRepair, Admitted, Assigned), Maintained with { Remedy = Remedy.Repair }, Today),
            new ListingRepaired(AListing.Id, DecidedOn, Maintained.DocumentNumber, Maintained.Reasons, Administrator));

    [Fact]
    public void A_proposal_is_dropped() =>
        Then(
            AppealConsequences.OnDecided(Announced, Organization, State(FiledStatement, Admitted, Assigned), Maintained with { Remedy = Remedy.Drop }, Today),
            new ListingDropped(AListing.Id, Maintained.DocumentNumber, DecidedOn, Maintained.Reasons, Administrator));

    [Fact]
    public void What_was_listed_meanwhile_is_not_dropped() =>
        ThenRefused(
            AppealConsequences.OnDecided(InForce, Organization, State(FiledStatement, Admitted, Assigned), Maintained with { Remedy = Remedy.Drop }, Today),
            DecideListing.AlreadyDecided);

    [Fact]
    public void A_variation_that_varies_nothing_refuses_the_decision() =>
        ThenRefused(OnDecided(After(AListing.Entered, Disputed), Maintained with { Remedy = Remedy.Vary }), VaryListing.ChangesNothing);

    [Fact]
    public void A_withdrawn_appeal_leaves_the_listing_without_mark() =>
        Then(AppealConsequences.OnWithdrawn(After(AListing.Entered, Disputed), State(Filed, Admitted), Withdrawn), Settled);

    [Fact]
    public void An_appeal_withdrawn_before_it_was_admitted_leaves_the_listing_as_it_is() =>
        Then(AppealConsequences.OnWithdrawn(InForce, State(Filed), Withdrawn));

    [Fact]
    public void When_the_authority_is_late_the_effect_rests_from_the_day_after_the_term() => Then(OnLate(After(AListing.Entered, Disputed)), Suspended);

    [Fact]
    public void It_is_not_late_on_the_last_day() => Then(OnLate(After(AListing.Entered, Disputed), today: DecideBy.Due));

    [Fact]
    public void Lateness_suspends_once() => Then(OnLate(After(AListing.Entered, Disputed, Suspended)));

    [Fact]
    public void Somebody_who_resumed_it_is_not_contradicted() =>
        Then(OnLate(After(AListing.Entered, Disputed, Suspended, Resumed(Suspended.From, "恢复1号"))));

    [Fact]
    public void What_rests_already_stays_as_it_is() =>
        Then(OnLate(After(AListing.Entered, Disputed, Suspended with { From = AListing.DecidedOn, DocumentNumber = "鄂民中止〔2026〕1号" })));

    [Fact]
    public void Where_it_is_to_rest_later_anyway_lateness_fills_the_days_before() =>
        Then(
            OnLate(After(AListing.Entered, Disputed, Suspended with { From = DecideBy.Due.AddDays(10), DocumentNumber = "鄂民中止〔2026〕1号" })),
            Suspended with { Until = DecideBy.Due.AddDays(9) });

    [Fact]
    public void Only_who_contests_gains_by_lateness() =>
        Then(AppealConsequences.OnLate(InForce, State(FiledRepair, Admitted), Late, Clock, Today));

    [Fact]
    public void An_appeal_that_is_over_is_not_late() =>
        Then(AppealConsequences.OnLate(InForce, State(Filed, Admitted, Assigned, Maintained), Late, Clock, Today));

    [Fact]
    public void A_late_decision_ends_the_suspension_that_it_caused()
    {
        var decided = Maintained with { DecidedOn = DecideBy.Due.AddDays(5) };
        Then(OnDecided(After(AListing.Entered, Disputed, Suspended), decided), Resumed(decided.DecidedOn, decided.DocumentNumber, decided.Reasons), Settled);
    }

    [Fact]
    public void A_decision_in_time_that_is_recorded_late_ends_it_as_if_it_had_not_been()
    {
        var facts = Facts(OnDecided(After(AListing.Entered, Disputed, Suspended), Maintained));
        var listing = After([AListing.Entered, Disputed, Suspended, .. facts]);
        listing.Changes.IsSuspendedOn(Suspended.From).ShouldBeFalse();
        listing.Changes.IsSuspendedOn(Today).ShouldBeFalse();
        listing.Changes.IsDisputed.ShouldBeFalse();
    }

    [Fact]
    public void A_withdrawal_ends_it_too()
    {
        var withdrawn = Withdrawn with { WithdrawnOn = Suspended.From.AddDays(3) };
        Then(
            AppealConsequences.OnWithdrawn(After(AListing.Entered, Disputed, Suspended), State(Filed, Admitted), withdrawn),
            Resumed(withdrawn.WithdrawnOn, withdrawn.Document, withdrawn.Reason), Settled);
    }

    [Fact]
    public void A_listing_that_lapsed_while_it_rested_is_decided_on_all_the_same() =>
        Then(OnDecided(After(AListing.Entered, Disputed, Suspended, AListing.Lapsed), Maintained with { DecidedOn = Today }), Settled);

    private static ListingResumed Resumed(DateOnly on, string document, string reason = "恢复执行") => new(AListing.Id, on, document, reason, Administrator);

    private static Outcome OnLate(Listing listing, DateOnly? today = null) =>
        AppealConsequences.OnLate(listing, State(Filed, Admitted, Assigned), Late, Clock, today ?? Today);

    private static Outcome OnDecided(Listing listing, AppealDecided fact) =>
        AppealConsequences.OnDecided(listing, Organization, State(Filed, Admitted, Assigned), fact, Today);

    private static IReadOnlyList<IEvent> Facts(Outcome outcome) => outcome.ShouldBeOfType<Outcome.Recorded>().Events;

    private static void Then(Outcome outcome, params IEvent[] facts) => new Decided(outcome).Then(facts);

    private static void ThenRefused(Outcome outcome, Refusal refusal) => new Decided(outcome).ThenRefused(refusal);
}
