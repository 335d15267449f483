using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

public sealed class AdoptRuleSpecs
{
    [Fact]
    public void A_second_person_takes_the_draft_into_the_catalogue()
    {
        Given(Drafted).When(c => AdoptRule.Decide(c, new AdoptRule(DraftId, Second))).Then(Adopted);
        After(Drafted, Adopted).Rules.ShouldBe([TheRule]);
        After(Drafted, Adopted).FindDraft(DraftId)!.Status.ShouldBe(RuleDraftStatus.Adopted);
    }

    [Fact]
    public void Adopting_twice_changes_nothing() => Given(Drafted, Adopted).When(c => AdoptRule.Decide(c, new AdoptRule(DraftId, Second))).Then();

    [Fact]
    public void Nobody_adopts_what_they_drafted() => Given(Drafted).When(c => AdoptRule.Decide(c, new AdoptRule(DraftId, Drafter))).ThenRefused(AdoptRule.SamePerson);

    [Fact]
    public void What_the_adopter_did_not_see_is_not_adopted() =>
        Given(Drafted, new RuleDrafted(OtherDraftId, Changed, "改", Drafter)).When(c => AdoptRule.Decide(c, new AdoptRule(DraftId, Second))).ThenRefused(AdoptRule.NotOpen);

    [Fact]
    public void A_discarded_draft_is_not_adopted() =>
        Given(Drafted, Discarded).When(c => AdoptRule.Decide(c, new AdoptRule(DraftId, Second))).ThenRefused(AdoptRule.NotOpen);

    [Fact]
    public void A_draft_that_never_was_is_not_adopted() => Given().When(c => AdoptRule.Decide(c, new AdoptRule(DraftId, Second))).ThenRefused(AdoptRule.NotOpen);

    [Fact]
    public void A_changed_row_replaces_the_old_one_in_its_place()
    {
        var other = TheRule with { Id = "other" };
        After(Adopted, new RuleAdopted(other, Second), new RuleAdopted(Changed, Second)).Rules.ShouldBe([Changed, other]);
    }

    /// <summary>A check names the version it used.</summary>
    [Fact]
    public void Every_change_to_what_the_rules_say_is_a_version() =>
        After(Drafted, Adopted, new RuleDrafted(OtherDraftId, Changed, "改", Drafter), ReviewOrdered, ReviewEnded, Retired).Version.ShouldBe(4);
}
