using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

public sealed class DiscardDraftSpecs
{
    private static readonly DiscardDraft Discard = new(DraftId, "有误", Second);

    [Fact]
    public void A_draft_is_given_up() => Given(Drafted).When(c => DiscardDraft.Decide(c, Discard)).Then(Discarded);

    [Fact]
    public void Discarding_twice_changes_nothing() => Given(Drafted, Discarded).When(c => DiscardDraft.Decide(c, Discard)).Then();

    [Fact]
    public void An_adopted_draft_is_not_discarded_but_its_rule_retired() =>
        Given(Drafted, Adopted).When(c => DiscardDraft.Decide(c, Discard)).ThenRefused(DiscardDraft.NotOpen);

    [Fact]
    public void The_rule_that_stands_stays()
    {
        var draft = new RuleDrafted(DraftId, Changed, "改", Drafter);
        After(Adopted, draft, Discarded).Rules.ShouldBe([TheRule]);
    }
}
