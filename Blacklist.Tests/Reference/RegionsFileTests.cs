using Blacklist.Api.Reference;
using Blacklist.Domain.Regions;

namespace Blacklist.Tests.Reference;

public sealed class RegionsFileTests
{
    private static readonly RegionCatalogue Regions = RegionsFile.Read();

    [Fact]
    public void Every_code_since_1980_and_the_nation_are_there() => Regions.Count.ShouldBe(7402);

    [Theory]
    [InlineData("000000", "全国", false)]
    [InlineData("150600", "鄂尔多斯市", false)]
    [InlineData("150602", "东胜区", false)]
    [InlineData("152701", "东胜市", true)]
    [InlineData("500000", "重庆市", false)]
    [InlineData("510222", "巴县", true)]
    [InlineData("830000", "台湾居民居住证专用(台湾)", false)]
    public void Known_codes_have_their_names(string code, string name, bool retired)
    {
        var region = RegionCode.Parse(code).Value!;
        Regions.NameOf(region).ShouldBe(name);
        Regions.IsRetired(region).ShouldBe(retired);
    }

    [Theory]
    [InlineData("120110", 1990, "东郊区")]
    [InlineData("120110", 1992, "东丽区")]
    [InlineData("130123", 1990, "栾城县")] // the code has since gone to a neighbour
    [InlineData("130123", 2020, "正定县")]
    [InlineData("152700", 1980, "伊克昭盟")] // the ministry's lists come before other sources
    public void Former_names_are_known_by_year(string code, int year, string name) =>
        Regions.NameOf(RegionCode.Parse(code).Value!, new(year, 7, 1)).ShouldBe(name);

    [Theory]
    [InlineData("990000")]
    [InlineData("700000")] // synthetic numbers use it because nobody lives there
    public void Codes_of_nobody_are_unknown(string code) => Regions.Knows(RegionCode.Parse(code).Value!).ShouldBeFalse();
}
