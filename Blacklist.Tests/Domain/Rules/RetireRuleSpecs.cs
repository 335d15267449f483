using Blacklist.Domain.Rules;
using static Blacklist.Tests.Domain.Rules.ACatalogue;

namespace Blacklist.Tests.Domain.Rules;

public sealed class RetireRuleSpecs
{
    private static readonly RetireRule Retire = new(TheRule.Id, "废止", Second);

    [Fact]
    public void A_rule_is_retired_with_a_reason()
    {
        Given(Adopted).When(c => RetireRule.Decide(c, Retire)).Then(Retired);
        After(Adopted, Retired).Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Retiring_twice_changes_nothing() => Given(Adopted, Retired).When(c => RetireRule.Decide(c, Retire)).Then();

    [Fact]
    public void A_rule_that_never_was_in_the_catalogue_is_not_retired() => Given(Drafted).When(c => RetireRule.Decide(c, Retire)).ThenRefused(RetireRule.Unknown);
}
