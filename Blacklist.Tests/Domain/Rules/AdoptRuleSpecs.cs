using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;

namespace Blacklist.Tests.Domain.Rules;

public sealed class AdoptRuleSpecs
{
    private static readonly ClerkId Administrator = new("administrator");
    private static readonly RuleAdopted Adopted = new(ACase.TheRule, Administrator);

    private static Scenario<RuleCatalogue> Given(params IEvent[] facts) =>
        Scenario<RuleCatalogue>.Given(RuleCatalogue.Initial, RuleCatalogue.Evolve, facts);

    [Fact]
    public void A_rule_enters_the_catalogue() =>
        Given().When(c => AdoptRule.Decide(c, new AdoptRule(ACase.TheRule, Administrator))).Then(Adopted);

    [Fact]
    public void The_same_row_again_changes_nothing() =>
        Given(Adopted).When(c => AdoptRule.Decide(c, new AdoptRule(ACase.TheRule with { Elements = [.. ACase.TheRule.Elements] }, Administrator))).Then();

    [Fact]
    public void A_changed_row_replaces_the_old_one()
    {
        var changed = ACase.TheRule with { Effect = Effect.Review };
        Given(Adopted).When(c => AdoptRule.Decide(c, new AdoptRule(changed, Administrator))).Then(new RuleAdopted(changed, Administrator));
        RuleCatalogue.Evolve(RuleCatalogue.Evolve(RuleCatalogue.Initial, Adopted), new RuleAdopted(changed, Administrator)).Rules.ShouldBe([changed]);
    }

    [Fact]
    public void A_rule_without_source_bars_nobody() =>
        Given().When(c => AdoptRule.Decide(c, new AdoptRule(ACase.TheRule with { Source = "" }, Administrator))).ThenRefused(AdoptRule.SourceMissing);

    [Fact]
    public void Every_change_is_a_version() =>
        new IEvent[] { Adopted, new RuleRetired(ACase.TheRule.Id, "x", Administrator) }
            .Aggregate(RuleCatalogue.Initial, RuleCatalogue.Evolve).Version.ShouldBe(2);
}
