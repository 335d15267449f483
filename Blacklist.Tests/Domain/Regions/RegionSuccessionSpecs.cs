using Blacklist.Api.Reference;
using Blacklist.Domain.Regions;
using static Blacklist.Tests.Domain.Regions.RegionCodeSpecs;

namespace Blacklist.Tests.Domain.Regions;

public sealed class RegionSuccessionSpecs
{
    private static readonly RegionSuccession Shipped = RegionsFile.ReadSuccession();

    [Fact]
    public void A_county_passes_to_the_code_that_takes_its_name_when_it_ends() =>
        Of(Retired("152722", "达拉特旗", null, 2000), Current("150621", "达拉特旗", 2001)).InheritedBy(Code("150621")).ShouldBe([Code("152722")]);

    [Fact]
    public void A_prefecture_passes_to_where_all_its_counties_went() =>
        Of(
            Retired("152700", "伊克昭盟", null, 2000), Current("150600", "鄂尔多斯市", 2001),
            Retired("152722", "达拉特旗", null, 2000), Current("150621", "达拉特旗", 2001),
            Retired("152727", "乌审旗", null, 2000), Current("150626", "乌审旗", 2001))
            .InheritedBy(Code("150600")).ShouldBe([Code("152722"), Code("152727"), Code("152700")], ignoreOrder: true);

    [Fact]
    public void One_county_that_moved_takes_no_prefecture_with_it() =>
        Of(Retired("152700", "伊克昭盟", null, 2000), Retired("152722", "达拉特旗", null, 2000), Current("150621", "达拉特旗", 2001))
            .InheritedBy(Code("150600")).ShouldBe([Code("152722")]);

    [Fact]
    public void A_doubt_leaves_the_old_code_to_the_province()
    {
        var two = Of(Retired("152722", "达拉特旗", null, 2000), Current("150621", "达拉特旗", 2001), Current("150721", "达拉特旗", 2001));

        two.InheritedBy(Code("150621")).ShouldBeEmpty();
        two.InheritedBy(Code("150721")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1999)] // they were there together
    [InlineData(2005)] // nobody knows what was between
    public void A_name_that_comes_back_at_another_time_is_another_place(int first) =>
        Of(Retired("152722", "达拉特旗", null, 2000), Current("150621", "达拉特旗", first)).InheritedBy(Code("150621")).ShouldBeEmpty();

    [Fact]
    public void The_shipped_lists_pass_a_prefecture_to_its_city()
    {
        Shipped.InheritedBy(Code("150600")).ShouldContain(Code("152700"));
        Shipped.InheritedBy(Code("150621")).ShouldBe([Code("152722")]);
        Shipped.InheritedBy(Code("150700")).ShouldNotContain(Code("152700"));
        Shipped.InheritedBy(Code("150000")).ShouldBeEmpty();
    }

    [Fact]
    public void No_retired_code_passes_to_two_places()
    {
        var heirs = RegionsFile.Read().All.Where(code => code.Prefix.Length == 6)
            .SelectMany(code => Shipped.InheritedBy(code).Select(old => (old, code))).ToList();

        heirs.Count.ShouldBeGreaterThan(1000);
        heirs.GroupBy(pair => pair.old).ShouldAllBe(same => same.Count() == 1);
    }

    private static RegionSuccession Of(params RegionLife[] lives) => new(lives);

    private static RegionLife Retired(string code, string name, int? first, int last) => new(Code(code), name, RegionStatus.Retired, first, last);

    private static RegionLife Current(string code, string name, int first) => new(Code(code), name, RegionStatus.Current, first, null);
}
