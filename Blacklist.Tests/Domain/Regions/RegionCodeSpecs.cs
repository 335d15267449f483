using Blacklist.Domain.Regions;

namespace Blacklist.Tests.Domain.Regions;

public sealed class RegionCodeSpecs
{
    [Theory]
    [InlineData("150602")]
    [InlineData("000000")]
    [InlineData("152701")] // retired with the Ih Ju League in 2001
    [InlineData("999999")] // no such region: still a code
    public void Six_digits_are_a_code(string text) => RegionCode.Parse(text).Value!.ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("1506")]
    [InlineData("1506020")]
    [InlineData("15060x")]
    [InlineData(" 150602")]
    [InlineData("１５０６０２")] // full-width digits
    public void Anything_else_is_refused(string text) => RegionCode.Parse(text).Problem!.Code.ShouldBe("region_code_format");

    [Theory]
    [InlineData("150602", "150602", true)]
    [InlineData("150600", "150602", true)]
    [InlineData("150600", "150600", true)]
    [InlineData("150600", "150702", false)]
    [InlineData("150600", "150000", false)] // what is above is not covered
    [InlineData("150000", "150602", true)]
    [InlineData("150000", "160602", false)]
    [InlineData("000000", "659001", true)]
    [InlineData("000000", "000000", true)]
    [InlineData("150000", "000000", false)]
    [InlineData("100000", "100101", true)]
    [InlineData("150602", "150600", false)]
    [InlineData("500000", "510222", false)] // Ba County before Chongqing left Sichuan
    public void A_code_covers_itself_and_what_is_below(string code, string other, bool covers) =>
        Code(code).Covers(Code(other)).ShouldBe(covers);

    [Fact]
    public void Two_readings_of_one_code_are_equal() => Code("150602").ShouldBe(Code("150602"));

    internal static RegionCode Code(string text) => RegionCode.Parse(text).Value!;
}
