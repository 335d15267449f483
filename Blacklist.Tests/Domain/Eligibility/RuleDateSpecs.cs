using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Eligibility.ACase;

namespace Blacklist.Tests.Domain.Eligibility;

/// <summary>Cases with dates: what a rule does to a listing by the dates alone. Each row is a day on which somebody asks.</summary>
public sealed class RuleDateSpecs
{
    [Theory]
    [InlineData("2024-02-29", "P5Y", "2029-02-28", true)] // a leap day: the last day of February
    [InlineData("2024-02-29", "P5Y", "2029-03-01", false)]
    [InlineData("2024-02-29", "P4Y", "2028-02-29", true)] // the next leap day
    [InlineData("2024-02-29", "P4Y", "2028-03-01", false)]
    [InlineData("2023-02-28", "P5Y", "2028-02-28", true)] // the corresponding day, though February has one more
    [InlineData("2023-02-28", "P5Y", "2028-02-29", false)]
    [InlineData("2024-08-31", "P6M", "2025-02-28", true)] // a month without a 31st
    [InlineData("2024-08-31", "P6M", "2025-03-01", false)]
    [InlineData("2023-08-31", "P6M", "2024-02-29", true)]
    [InlineData("2023-08-31", "P6M", "2024-03-01", false)]
    [InlineData("2025-01-31", "P1M", "2025-02-28", true)] // month ends
    [InlineData("2025-01-31", "P1M", "2025-03-01", false)]
    [InlineData("2025-04-30", "P1M", "2025-05-30", true)] // not the end of May
    [InlineData("2025-04-30", "P1M", "2025-05-31", false)]
    [InlineData("2025-12-31", "P1Y", "2026-12-31", true)] // over the year's end
    [InlineData("2025-12-31", "P1Y", "2027-01-01", false)]
    [InlineData("2025-11-30", "P3M", "2026-02-28", true)]
    [InlineData("2025-12-20", "P15D", "2026-01-04", true)]
    [InlineData("2025-12-20", "P15D", "2026-01-05", false)]
    [InlineData("2025-03-02", "P5Y", "2025-03-01", false)] // before it began
    [InlineData("2025-03-02", "P5Y", "2025-03-02", true)] // from its first day
    public void A_term_restricts_to_its_last_day_and_not_on_the_next(string start, string term, string asked, bool restricted) =>
        On(start, asked, TheRule with { Term = Term.Parse(term).Value!, ValidFrom = new DateOnly(2018, 4, 12) })
            .ShouldBe(restricted ? Verdict.Restricted : Verdict.Eligible);

    /// <summary>A rule valid from 2018-04-12 to 2026-06-30.</summary>
    [Theory]
    [InlineData("2018-04-11", "2020-01-01", Verdict.Review)] // the term began the day before the rule was valid
    [InlineData("2018-04-12", "2020-01-01", Verdict.Restricted)]
    [InlineData("2026-06-30", "2026-06-30", Verdict.Restricted)] // its last day, at both ends
    [InlineData("2026-03-02", "2026-07-01", Verdict.Review)] // expired since: never restricts, the term runs on
    [InlineData("2026-07-01", "2026-07-02", Verdict.Review)] // both after its end
    [InlineData("2019-02-01", "2024-02-02", Verdict.Eligible)] // the term is over: the rule says nothing
    public void A_rule_restricts_only_when_it_was_valid_at_the_start_and_is_on_the_day(string start, string asked, Verdict verdict) =>
        On(start, asked, TheRule with { ValidFrom = new DateOnly(2018, 4, 12), ValidTo = new DateOnly(2026, 6, 30) }).ShouldBe(verdict);

    /// <summary>The older rule bars for three years and ended on 2025-12-31, the newer one for five and began on 2026-01-01.</summary>
    [Theory]
    [InlineData("2025-06-01", "2025-12-31", Verdict.Restricted)] // under the older one
    [InlineData("2025-06-01", "2026-01-01", Verdict.Review)] // that has ended, the newer one came after the ban
    [InlineData("2025-06-01", "2028-06-02", Verdict.Review)] // three years are over, five are not, but that rule never restricts it
    [InlineData("2025-06-01", "2030-06-02", Verdict.Eligible)]
    [InlineData("2026-01-01", "2029-01-02", Verdict.Restricted)] // under the newer one
    public void Two_rules_at_once_are_each_looked_at_by_its_own_dates(string start, string asked, Verdict verdict) =>
        On(
            start, asked,
            TheRule with { Id = "older", Term = Term.Parse("P3Y").Value!, ValidFrom = new DateOnly(2018, 1, 1), ValidTo = new DateOnly(2025, 12, 31) },
            TheRule with { Id = "newer", ValidFrom = new DateOnly(2026, 1, 1) }).ShouldBe(verdict);

    [Fact]
    public void Of_two_rules_that_restrict_each_names_its_own_last_day()
    {
        var shorter = TheRule with { Id = "shorter", Term = Term.Parse("P1Y").Value! };
        Ask(rules: Catalogue(TheRule, shorter)).Reasons.Select(reason => (reason.Rule.Id, reason.Until))
            .ShouldBe([(TheRule.Id, new DateOnly(2031, 3, 2)), ("shorter", new DateOnly(2027, 3, 2))], ignoreOrder: true);
        Ask(rules: Catalogue(TheRule, shorter), on: new DateOnly(2027, 3, 3)).Reasons.ShouldHaveSingleItem().Rule.Id.ShouldBe(TheRule.Id);
    }

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2031-03-02")]
    public void An_unconfirmed_rule_restricts_on_no_day(string asked) =>
        On("2026-03-02", asked, TheRule with { Confirmed = null }).ShouldBe(Verdict.Review);

    /// <summary>2031-03-02 is the last day: the effect lapses when 3 March begins in Shanghai, by the dates alone.</summary>
    [Theory]
    [InlineData("2031-03-02T15:59:59.9999999Z", Verdict.Restricted)]
    [InlineData("2031-03-02T16:00:00Z", Verdict.Eligible)]
    public void An_effect_lapses_at_midnight_in_Shanghai(string instant, Verdict verdict) =>
        Ask(on: LegalDate.At(DateTimeOffset.Parse(instant))).Verdict.ShouldBe(verdict);

    private static Verdict On(string start, string asked, params Rule[] rules) => Ask(
        listed: Listed with { Listing = TheListing with { DispositionDate = DateOnly.Parse(start) } }, rules: Catalogue(rules), on: DateOnly.Parse(asked)).Verdict;
}
