using Blacklist.Domain.Calendar;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Tests.Domain.Eligibility;

public sealed class RuleReachSpecs
{
    [Theory]
    [InlineData("P5Y")]
    [InlineData("P1M")]
    [InlineData("P18M")]
    [InlineData("P30D")]
    [InlineData("indefinite")]
    public void It_includes_exactly_the_days_whose_term_runs(string text)
    {
        var rule = ACase.TheRule with { Term = Term.Parse(text).Value! };
        foreach (var day in new[] { new DateOnly(2024, 2, 28), new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 1), new DateOnly(2029, 2, 28), new DateOnly(2026, 11, 22), new DateOnly(2026, 12, 31) })
        {
            var reach = RuleReach.On(day, rule);
            for (var start = day.AddDays(-3000); start <= day.AddDays(10); start = start.AddDays(1))
            {
                reach.Includes(start).ShouldBe(rule.Term.RunsOn(day, start), $"{text} from {start:O} on {day:O}");
            }
        }
    }
}
