using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

public sealed class DraftRuleSpecs
{
    private static Outcome Draft(RuleCatalogue catalogue, Rule rule, ClerkId? by = null, Guid? id = null) =>
        DraftRule.Decide(catalogue, new DraftRule(id ?? DraftId, rule, "新规则", by ?? Drafter, ACase.Today));

    [Fact]
    public void A_rule_is_drafted() => Given().When(c => Draft(c, TheRule)).Then(Drafted);

    [Fact]
    public void The_same_draft_again_changes_nothing() =>
        Given(Drafted).When(c => Draft(c, TheRule with { Elements = [.. TheRule.Elements] }, id: OtherDraftId)).Then();

    [Fact]
    public void A_draft_bars_nobody_and_makes_no_version()
    {
        After(Drafted).Rules.ShouldBeEmpty();
        After(Drafted).Version.ShouldBe(0);
    }

    [Fact]
    public void Another_draft_of_the_rule_replaces_the_open_one()
    {
        var other = new RuleDrafted(OtherDraftId, Changed, "新规则", Second);
        Given(Drafted).When(c => Draft(c, Changed, Second, OtherDraftId)).Then(other);
        After(Drafted, other).FindDraft(DraftId)!.Status.ShouldBe(RuleDraftStatus.Replaced);
        After(Drafted, other).OpenDraftOf(TheRule.Id)!.Id.ShouldBe(OtherDraftId);
    }

    [Fact]
    public void The_same_row_of_another_drafter_is_another_draft() =>
        Given(Drafted).When(c => Draft(c, TheRule, Second, OtherDraftId)).Then(new RuleDrafted(OtherDraftId, TheRule, "新规则", Second));

    [Fact]
    public void What_stands_already_is_not_drafted() => Given(Drafted, Adopted).When(c => Draft(c, TheRule)).ThenRefused(DraftRule.StandsSo);

    [Fact]
    public void What_was_retired_may_be_drafted_again() => Given(Drafted, Adopted, Retired).When(c => Draft(c, TheRule)).Then(Drafted);

    [Fact]
    public void A_rule_without_source_bars_nobody()
    {
        Given().When(c => Draft(c, TheRule with { Source = "" })).ThenRefused(DraftRule.SourceMissing);
        Given().When(c => Draft(c, TheRule with { Article = "" })).ThenRefused(DraftRule.SourceMissing);
    }

    [Fact]
    public void Validity_does_not_end_before_it_begins() =>
        Given().When(c => Draft(c, TheRule with { ValidTo = TheRule.ValidFrom!.Value.AddDays(-1) })).ThenRefused(DraftRule.ValidityReversed);

    [Theory]
    [InlineData(Element.DecisionDocument)]
    [InlineData(Element.NoticeServed)]
    [InlineData(Element.DecidedBySecondPerson)]
    [InlineData(Element.TermRunning)]
    public void A_rule_that_restricts_cannot_do_without_due_process(Element without)
    {
        var lax = TheRule with { Elements = [.. TheRule.Elements.Where(element => element != without)] };
        Given().When(c => Draft(c, lax)).ThenRefused(DraftRule.DueProcessMissing);
        DraftRule.FlawOf(lax with { Effect = Effect.Review }).ShouldBeNull();
    }

    [Fact]
    public void Nobody_confirms_tomorrow() =>
        Given().When(c => Draft(c, TheRule with { Confirmed = new Confirmation("某局", ACase.Today.AddDays(1)) })).ThenRefused(DraftRule.ConfirmedInFuture);
}
