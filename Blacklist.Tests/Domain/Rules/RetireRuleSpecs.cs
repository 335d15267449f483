using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;
using Blacklist.Tests.Domain.Eligibility;

namespace Blacklist.Tests.Domain.Rules;

public sealed class RetireRuleSpecs
{
    private static readonly ClerkId Administrator = new("administrator");
    private static readonly RuleAdopted Adopted = new(ACase.TheRule, Administrator);
    private static readonly RuleRetired Retired = new(ACase.TheRule.Id, "废止", Administrator);

    private static Scenario<RuleCatalogue> Given(params IEvent[] facts) =>
        Scenario<RuleCatalogue>.Given(RuleCatalogue.Initial, RuleCatalogue.Evolve, facts);

    [Fact]
    public void A_rule_is_retired_with_a_reason() =>
        Given(Adopted).When(c => RetireRule.Decide(c, new RetireRule(ACase.TheRule.Id, "废止", Administrator))).Then(Retired);

    [Fact]
    public void Retiring_twice_changes_nothing() =>
        Given(Adopted, Retired).When(c => RetireRule.Decide(c, new RetireRule(ACase.TheRule.Id, "废止", Administrator))).Then();
}
