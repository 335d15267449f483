using Blacklist.Api.Security.Limits;

namespace Blacklist.Tests.Security.Limits;

public sealed class OwnPastSpecs
{
    [Fact]
    public void What_is_usual_is_the_median_of_enough_working_days()
    {
        OwnPast.Usual([100, 3, 100, 100]).ShouldBeNull();
        OwnPast.Usual([100, 3, 90, 5_000, 100]).ShouldBe(100);
    }

    [Theory]
    [InlineData(301, 100L, true)]
    [InlineData(300, 100L, false)]
    [InlineData(49, 1L, false)]
    [InlineData(50, 1L, true)]
    [InlineData(5_000, null, false)]
    public void More_than_three_times_that_is_unusual(long today, long? usual, bool unusual) => OwnPast.IsUnusual(today, usual).ShouldBe(unusual);
}
