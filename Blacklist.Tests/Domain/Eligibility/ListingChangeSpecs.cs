using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.OrganizationNames;
using Blacklist.Domain.Registration;
using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Eligibility.ACase;
using static Blacklist.Tests.Domain.Listings.AListing;

namespace Blacklist.Tests.Domain.Eligibility;

/// <summary>What a listing of a ban of 2 March 2026 comes to on a day, after what happened to it: five years until 2 March 2031 unless a change says less.</summary>
public sealed class ListingChangeSpecs
{
    private const string Restricted = "ListingInForce";
    private const string Suspension = "ListingSuspended";
    private const string Waiver = "ListingWaived";
    private const string Nothing = "";

    private static readonly Rule Shorter = TheRule with { Id = "three-years", Term = Term.Parse("P3Y").Value! };

    [Theory]
    [InlineData("2026-03-02", Restricted)] // the day of the ban: the dates of the listing's own procedure do not matter for earlier days
    [InlineData("2031-03-02", Restricted)]
    [InlineData("2031-03-03", Nothing)] // 00:00 after the last day
    public void Unchanged_it_ends_with_its_term(string day, string expected) => On(day).ShouldBe(expected);

    [Theory]
    [InlineData("2026-04-30", Restricted)]
    [InlineData("2026-05-01", Suspension)]
    [InlineData("2026-06-30", Suspension)]
    [InlineData("2026-07-01", Restricted)]
    [InlineData("2031-03-03", Nothing)] // what would not bar anyway is no reason
    public void A_suspension_rests_from_its_first_day_to_its_last(string day, string expected) => On(day, Suspended).ShouldBe(expected);

    [Theory]
    [InlineData("2026-05-31", Suspension)]
    [InlineData("2026-06-01", Restricted)]
    [InlineData("2026-06-30", Restricted)]
    public void Resumed_early_it_restricts_from_that_day_on(string day, string expected) => On(day, Suspended, Resumed).ShouldBe(expected);

    [Theory]
    [InlineData("2026-04-30", Restricted)]
    [InlineData("2026-05-01", Suspension)]
    [InlineData("2031-03-02", Suspension)]
    public void Suspended_without_a_last_day_it_rests_on(string day, string expected) => On(day, Suspended with { Until = null }).ShouldBe(expected);

    [Theory]
    [InlineData("2026-05-15", Suspension)]
    [InlineData("2026-08-15", Restricted)]
    [InlineData("2026-10-01", Suspension)]
    public void Two_suspensions_rest_each_for_its_days(string day, string expected) =>
        On(day, Suspended, Suspended with { From = new(2026, 10, 1), Until = null }).ShouldBe(expected);

    [Theory]
    [InlineData("2026-05-31", Restricted)] // a question for an earlier day
    [InlineData("2026-06-01", Nothing)]
    [InlineData("2031-03-02", Nothing)]
    public void Repaired_before_its_term_it_restricts_nobody_from_that_day_on(string day, string expected) => On(day, Repaired).ShouldBe(expected);

    [Theory]
    [InlineData("2026-05-15", Suspension)]
    [InlineData("2026-06-01", Nothing)]
    public void A_suspended_listing_that_is_repaired_was_suspended_before(string day, string expected) => On(day, Suspended, Repaired).ShouldBe(expected);

    [Theory]
    [InlineData("2031-03-02", Restricted)] // the record of the lapse changes no answer, not even for an earlier day
    [InlineData("2031-03-03", Nothing)]
    public void Lapsed_it_answers_as_its_dates_did(string day, string expected) => On(day, Lapsed).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-17")]
    [InlineData("2026-05-31")]
    [InlineData("2030-01-01")]
    public void Annulled_it_never_restricted(string day) => On(day, Annulled).ShouldBe(Nothing);

    [Theory]
    [InlineData("2026-04-30", Position.PersonInCharge, "2031-03-02")] // before the variation: the rule's term
    [InlineData("2026-05-01", Position.PersonInCharge, "2028-05-01")]
    [InlineData("2028-05-01", Position.PersonInCharge, "2028-05-01")]
    [InlineData("2028-05-02", Position.PersonInCharge, null)]
    [InlineData("2026-04-30", Position.Founder, "2031-03-02")]
    [InlineData("2026-05-01", Position.Founder, null)]
    public void Varied_it_bars_from_fewer_positions_and_ends_earlier(string day, Position position, string? until)
    {
        var answer = Answer(DateOnly.Parse(day), position, TheOrganization, Varied);

        answer.Verdict.ShouldBe(until is null ? Verdict.Eligible : Verdict.Restricted);
        answer.Reasons.Select(reason => reason.Until?.ToString("yyyy-MM-dd")).ShouldBe(until is null ? [] : [until]);
    }

    [Fact]
    public void A_variation_to_fewer_positions_alone_leaves_the_term() =>
        Answer(new(2030, 1, 1), Position.PersonInCharge, TheOrganization, Varied with { EndsOn = null }).Reasons[0].Until.ShouldBe(new DateOnly(2031, 3, 2));

    [Fact]
    public void An_end_after_the_term_prolongs_nothing() =>
        Answer(new(2030, 1, 1), Position.PersonInCharge, TheOrganization, Varied with { EndsOn = new(2040, 1, 1) }).Reasons[0].Until
            .ShouldBe(new DateOnly(2031, 3, 2));

    [Theory]
    [InlineData("2026-04-30", new[] { "2031-03-02", "2029-03-02" })]
    [InlineData("2026-05-01", new[] { "2028-05-01", "2028-05-01" })]
    [InlineData("2028-05-02", new string[0])]
    public void Under_two_rules_a_varied_end_holds_for_both(string day, string[] until) => Until(day, Varied).ShouldBe(until);

    [Theory]
    [InlineData("2029-03-02", new[] { "2030-03-01", "2029-03-02" })] // the shorter rule keeps its own end
    [InlineData("2029-03-03", new[] { "2030-03-01" })]
    [InlineData("2030-03-01", new[] { "2030-03-01" })]
    [InlineData("2030-03-02", new string[0])]
    public void Under_two_rules_a_varied_end_shortens_only_what_is_longer(string day, string[] until) =>
        Until(day, Varied with { EndsOn = new(2030, 3, 1) }).ShouldBe(until);

    [Theory]
    [InlineData("2026-04-30", "鄂尔多斯市某某协会", Restricted)]
    [InlineData("2026-05-01", "鄂尔多斯市某某协会", Waiver)]
    [InlineData("2026-05-01", "鄂尔多斯市 某某协会", Waiver)] // the same name, written with a space
    [InlineData("2026-05-01", "鄂尔多斯市某某协会东胜分会", Restricted)]
    [InlineData("2027-04-30", "鄂尔多斯市某某协会", Waiver)]
    [InlineData("2027-05-01", "鄂尔多斯市某某协会", Restricted)]
    public void A_waiver_is_for_the_named_organization_and_its_days(string day, string organization, string expected) =>
        On(day, organization, Waived).ShouldBe(expected);

    [Theory]
    [InlineData("2026-05-31", Waiver)]
    [InlineData("2026-06-01", Restricted)]
    public void A_waiver_that_was_taken_back_spared_until_then(string day, string expected) => On(day, Waived, Withdrawn).ShouldBe(expected);

    [Fact]
    public void The_dispute_mark_goes_with_the_last_appeal()
    {
        IEvent[] two = [Disputed, Disputed with { AppealId = default }];

        Answer(ACase.Today, Position.Founder, TheOrganization, two).Reasons[0].Disputed.ShouldBeTrue();
        Answer(ACase.Today, Position.Founder, TheOrganization, [.. two, Settled]).Reasons[0].Disputed.ShouldBeTrue();
        Answer(ACase.Today, Position.Founder, TheOrganization, [.. two, Settled, Settled with { AppealId = default }]).Reasons[0].Disputed.ShouldBeFalse();
    }

    [Fact]
    public void A_listing_that_was_not_decided_restricts_nobody_whatever_the_rule_demands()
    {
        var undemanding = Catalogue(TheRule with { Elements = [] });
        var noticed = Listed with { Listing = TheListing with { Status = ListingStatus.NoticeServed } };

        var answer = Ask(listed: noticed, rules: undemanding, on: new(2026, 6, 1));

        answer.Reasons[0].Code.ShouldBe(ReasonCode.ElementMissing);
        answer.Reasons[0].Missing.ShouldBe([Element.DecidedBySecondPerson]);
    }

    private static string On(string day, params IEvent[] facts) => On(day, TheOrganization.Name.Original, facts);

    private static string On(string day, string organization, params IEvent[] facts) =>
        string.Join(", ", Answer(
            DateOnly.Parse(day), Position.Founder, TheOrganization with { Name = OrganizationName.Parse(organization).Value! }, facts)
            .Reasons.Select(reason => reason.Code.ToString()));

    private static IEnumerable<string> Until(string day, params IEvent[] facts) =>
        Ask(new Applicant(Founder.Identity, Position.PersonInCharge), After(facts), rules: Catalogue(TheRule, Shorter), on: DateOnly.Parse(day))
            .Reasons.Select(reason => reason.Until!.Value.ToString("yyyy-MM-dd"));

    private static ApplicantAnswer Answer(DateOnly day, Position position, Organization organization, params IEvent[] facts) =>
        Ask(new Applicant(Founder.Identity, position), After(facts), organization, on: day);

    private static ListedPerson After(IEnumerable<IEvent> facts) => Listed with { Listing = facts.Aggregate(TheListing, ListingFacts.Evolve) };
}
