using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

/// <summary>The shipped file at every start, beside what administrators did.</summary>
public sealed class OfferShippedRuleSpecs
{
    private static readonly RuleDrafted Proposed = new(OtherDraftId, Changed, "rules.json", ClerkId.ReferenceData);

    private static Outcome Offer(RuleCatalogue catalogue, Rule rule) => OfferShippedRule.Decide(catalogue, new OfferShippedRule(OtherDraftId, rule, "rules.json"));

    [Fact]
    public void A_rule_that_never_was_enters() => Given().When(c => Offer(c, TheRule)).Then(Shipped);

    [Fact]
    public void The_next_start_changes_nothing() => Given(Shipped).When(c => Offer(c, TheRule)).Then();

    [Fact]
    public void A_row_that_the_file_changed_takes_the_place_of_the_shipped_one() =>
        Given(Shipped).When(c => Offer(c, Changed)).Then(new RuleAdopted(Changed, ClerkId.ReferenceData));

    [Fact]
    public void What_a_person_adopted_is_not_overridden_a_changed_row_is_proposed()
    {
        var own = new RuleAdopted(TheRule with { TermNote = "本地决定" }, Second);
        Given(Shipped, own).When(c => Offer(c, TheRule)).Then();
        Given(Shipped, own).When(c => Offer(c, Changed)).Then(Proposed);
    }

    [Fact]
    public void What_a_person_retired_does_not_come_back()
    {
        Given(Shipped, Retired).When(c => Offer(c, TheRule)).Then();
        Given(Shipped, Retired).When(c => Offer(c, Changed)).Then(Proposed);
    }

    [Fact]
    public void A_draft_of_a_person_is_not_pushed_aside()
    {
        var own = new RuleDrafted(DraftId, TheRule with { TermNote = "本地决定" }, "改", Drafter);
        Given(Shipped, own).When(c => Offer(c, Changed)).Then();
        Given(Shipped, own, Discarded).When(c => Offer(c, Changed)).Then(Proposed);
    }

    [Fact]
    public void A_proposal_that_was_discarded_is_not_made_again() =>
        Given(Shipped, Retired, Proposed, new RuleDraftDiscarded(OtherDraftId, "不采纳", Second)).When(c => Offer(c, Changed)).Then();

    [Fact]
    public void A_proposal_of_the_file_is_adopted_by_one_person() =>
        Given(Shipped, Retired, Proposed).When(c => AdoptRule.Decide(c, new AdoptRule(OtherDraftId, Second))).Then(new RuleAdopted(Changed, Second));
}
