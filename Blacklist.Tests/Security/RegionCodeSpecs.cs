using Blacklist.Api.Security;

namespace Blacklist.Tests.Security;

public sealed class RegionCodeSpecs
{
    [Theory]
    [InlineData("150602", "150602")] // a county is itself
    [InlineData("150600", "150600")]
    [InlineData("150600", "150602")] // a prefecture has its counties
    [InlineData("150000", "150602")] // a province has all below
    [InlineData("150000", "159001")]
    [InlineData("100000", "100000")] // "10" is a province whose own code ends in zeros
    [InlineData("110000", "110101")]
    [InlineData("000000", "150602")] // nationwide
    [InlineData("000000", "000000")]
    public void A_region_covers_itself_and_what_is_below(string outer, string inner) =>
        RegionCode.Covers(outer, inner).ShouldBeTrue();

    [Theory]
    [InlineData("150602", "150600")] // not what is above
    [InlineData("150600", "150000")]
    [InlineData("150000", "000000")]
    [InlineData("150602", "150603")] // not its neighbour
    [InlineData("150600", "150700")]
    [InlineData("150600", "500000")]
    [InlineData("100000", "110000")]
    public void A_region_covers_nothing_else(string outer, string inner) =>
        RegionCode.Covers(outer, inner).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("*")]
    [InlineData("1506000")]
    [InlineData("15060x")]
    [InlineData("１５０６００")] // full-width digits
    public void What_is_no_code_covers_nothing_and_is_covered_by_nothing(string text)
    {
        RegionCode.Covers(text, "150600").ShouldBeFalse();
        RegionCode.Covers(RegionCode.Nationwide, text).ShouldBeFalse();
        RegionCode.Covers(text, text).ShouldBeFalse();
    }
}
