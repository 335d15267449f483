using Blacklist.Domain.Rules;

namespace Blacklist.Tests.Domain.Rules;

public sealed class RuleIdSpecs
{
    [Theory]
    [InlineData("charity-law-16-3")]
    [InlineData("a1b")]
    public void An_id_is_kebab_case(string text) => RuleId.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a--b")]
    [InlineData("Abc")]
    [InlineData("a_b_c")]
    [InlineData("规则一")]
    [InlineData("a-very-long-name-of-a-rule-that-nobody-could-want-to-read-anywhere")]
    public void Anything_else_is_refused(string text) => RuleId.Parse(text).Problem.ShouldBe(RuleId.Format);
}
