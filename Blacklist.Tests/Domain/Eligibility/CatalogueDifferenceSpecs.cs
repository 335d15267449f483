using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Rules;
using static Blacklist.Tests.Domain.Eligibility.ACase;

namespace Blacklist.Tests.Domain.Eligibility;

/// <summary>The listing is of 2 March 2026; the rule bars for five years from then.</summary>
public sealed class CatalogueDifferenceSpecs
{
    private static readonly RuleCatalogue Nothing = Catalogue();
    private static readonly RuleCatalogue Standing = Catalogue(TheRule);
    private static readonly RuleCatalogue Asking = Catalogue(TheRule with { Effect = Effect.Review });

    private static List<ListingChange> Compare(RuleCatalogue before, RuleCatalogue after, ListingFacts? listing = null, DateOnly? on = null) =>
        [.. new CatalogueDifference(before, after, on ?? Today).Of(listing ?? TheListing)];

    private static ListingChange One(RuleCatalogue before, RuleCatalogue after, ListingFacts? listing = null, DateOnly? on = null) =>
        Compare(before, after, listing, on).ShouldHaveSingleItem();

    [Fact]
    public void The_same_catalogue_changes_nothing() => Compare(Standing, Standing).ShouldBeEmpty();

    [Fact]
    public void A_new_rule_bars_whom_nothing_barred()
    {
        var change = One(Nothing, Standing);
        change.Kind.ShouldBe(ListingChangeKind.NewlyBarred);
        change.Before.ShouldBeNull();
        (change.After!.Effect, change.After.Reason, change.After.Until).ShouldBe((Verdict.Restricted, ReasonCode.ListingInForce, new DateOnly(2031, 3, 2)));
    }

    [Fact]
    public void Without_the_rule_nobody_is_barred() => One(Standing, Nothing).Kind.ShouldBe(ListingChangeKind.NoLongerBarred);

    [Fact]
    public void A_rule_that_only_asks_refuses_nobody()
    {
        One(Standing, Asking).Kind.ShouldBe(ListingChangeKind.NoLongerBarred);
        One(Asking, Standing).Kind.ShouldBe(ListingChangeKind.NewlyBarred);
        One(Nothing, Asking).Kind.ShouldBe(ListingChangeKind.NewlyForReview);
        One(Asking, Nothing).Kind.ShouldBe(ListingChangeKind.NoLongerForReview);
    }

    [Fact]
    public void Policy_documents_under_review_refuse_nobody()
    {
        var change = One(Standing, RuleCatalogue.Evolve(Standing, ACatalogue.ReviewOrdered));
        (change.Kind, change.After!.Reason).ShouldBe((ListingChangeKind.NoLongerBarred, ReasonCode.PolicyDocumentUnderReview));
    }

    [Fact]
    public void Another_term_ends_on_another_day()
    {
        var change = One(Standing, Catalogue(TheRule with { Term = Term.Parse("P3Y").Value! }));
        (change.Kind, change.Before!.Until, change.After!.Until).ShouldBe((ListingChangeKind.EndsOtherwise, new DateOnly(2031, 3, 2), new DateOnly(2029, 3, 2)));
    }

    [Fact]
    public void A_term_that_is_over_by_then_bars_nobody() =>
        One(Standing, Catalogue(TheRule with { Term = Term.Parse("P3Y").Value! }), on: new DateOnly(2029, 3, 3)).Kind.ShouldBe(ListingChangeKind.NoLongerBarred);

    [Fact]
    public void Other_positions_are_another_reach()
    {
        var wider = Catalogue(TheRule with { Bars = TheRule.Bars with { Positions = [Position.Founder, Position.PersonInCharge, Position.CouncilMember] } });
        One(Standing, wider).Kind.ShouldBe(ListingChangeKind.ReachesOtherwise);
    }

    [Fact]
    public void An_unconfirmed_wording_lets_everybody_through_to_a_human()
    {
        var change = One(Standing, Catalogue(TheRule with { Confirmed = null }));
        (change.Kind, change.After!.Reason).ShouldBe((ListingChangeKind.NoLongerBarred, ReasonCode.RuleUnconfirmed));
    }

    [Fact]
    public void Another_reason_for_the_same_effect_is_said() =>
        One(Catalogue(TheRule with { Confirmed = null }), Asking).Kind.ShouldBe(ListingChangeKind.ReasonChanges);

    [Fact]
    public void A_correction_of_the_title_changes_nobody() => Compare(Standing, Catalogue(TheRule with { Title = "方案" })).ShouldBeEmpty();

    [Theory]
    [InlineData(ListingStatus.Dropped)]
    [InlineData(ListingStatus.Annulled)]
    public void A_listing_that_ended_does_not_change(ListingStatus status) => Compare(Nothing, Standing, TheListing with { Status = status }).ShouldBeEmpty();

    [Fact]
    public void A_proposal_is_newly_for_review_and_says_what_is_missing()
    {
        var change = One(Nothing, Standing, TheListing with { Status = ListingStatus.Proposed });
        change.Kind.ShouldBe(ListingChangeKind.NewlyForReview);
        change.After!.Missing.ShouldBe([Element.NoticeServed, Element.DecidedBySecondPerson]);
    }

    [Fact]
    public void Only_rules_that_differ_are_looked_at()
    {
        var second = TheRule with { Id = "second" };
        One(Standing, Catalogue(TheRule, second)).RuleId.ShouldBe("second");
    }

    [Fact]
    public void Listings_that_differ_only_in_who_and_where_are_told_apart_in_the_answer()
    {
        var difference = new CatalogueDifference(Nothing, Standing, Today);
        var elsewhere = TheListing with { Number = "110000-2026-000009", Region = Beijing };
        difference.Of(TheListing).Single().Listing.ShouldBe(TheListing);
        difference.Of(elsewhere).Single().Listing.ShouldBe(elsewhere);
        difference.Of(TheListing with { Status = ListingStatus.Proposed }).Single().Kind.ShouldBe(ListingChangeKind.NewlyForReview);
        difference.Of(TheListing with { DispositionDocument = "" }).Single().Kind.ShouldBe(ListingChangeKind.NewlyForReview);
    }

    /// <summary>What the comparison says is what the check answers, for every way in which the rule can differ.</summary>
    [Theory]
    [MemberData(nameof(Variants))]
    public void It_says_what_the_check_answers(int variant)
    {
        var rules = Catalogue(Rules[variant]);
        var answer = Ask(rules: rules);
        var bearing = Compare(Nothing, rules).SingleOrDefault()?.After;
        (bearing?.Effect ?? Verdict.Eligible, bearing?.Reason).ShouldBe((answer.Verdict, answer.Reasons.SingleOrDefault()?.Code));
    }

    public static TheoryData<int> Variants => [.. Enumerable.Range(0, Rules.Length)];

    private static readonly Rule[] Rules =
    [
        TheRule,
        TheRule with { Effect = Effect.Review },
        TheRule with { Confirmed = null },
        TheRule with { ValidFrom = null },
        TheRule with { ValidFrom = Today },
        TheRule with { ValidTo = Today.AddDays(-1) },
        TheRule with { Term = Term.Parse("P6M").Value! },
        TheRule with { Term = Term.Indefinite },
        TheRule with { AppliesTo = TheRule.AppliesTo with { Parts = [Blacklist.Domain.BannedOrganizations.Part.CouncilMember] } },
    ];
}
