using Blacklist.Api.Reference;
using Blacklist.Domain.Regions;
using static Blacklist.Tests.Domain.Regions.RegionCodeSpecs;

namespace Blacklist.Tests.Domain.Regions;

public sealed class RegionCatalogueSpecs
{
    private static readonly RegionCatalogue Catalogue = new(
        [
            new(Code("150602"), "东胜区", RegionStatus.Current),
            new(Code("152701"), "东胜市", RegionStatus.Retired),
            new(Code("120110"), "东丽区", RegionStatus.Current),
        ],
        [new(Code("120110"), "东郊区", null, 1991), new(Code("120110"), "东丽区", 1992, null)]);

    private static readonly RegionCatalogue Shipped = RegionsFile.Read();

    [Fact]
    public void A_current_and_a_retired_code_are_both_known()
    {
        Catalogue.Knows(Code("150602")).ShouldBeTrue();
        Catalogue.Knows(Code("152701")).ShouldBeTrue();
        Catalogue.IsRetired(Code("150602")).ShouldBeFalse();
        Catalogue.IsRetired(Code("152701")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("150600", "152722")] // 达拉特旗
    [InlineData("150621", "152722")]
    [InlineData("150600", "152701")] // 东胜市 became 东胜区: its prefecture is known to have gone on
    [InlineData("152700", "150621")] // a rule of before
    [InlineData("152722", "150621")]
    [InlineData("150600", "150602")]
    public void A_region_covers_what_was_there_under_codes_that_are_retired(string region, string place) =>
        Shipped.Covers(Code(region), Code(place)).ShouldBeTrue();

    [Theory]
    [InlineData("150700", "152722")]
    [InlineData("150622", "152722")]
    [InlineData("150622", "152701")]
    [InlineData("500000", "152722")]
    [InlineData("150602", "150600")]
    [InlineData("150600", "999999")]
    public void A_region_covers_no_code_that_went_on_elsewhere(string region, string place) =>
        Shipped.Covers(Code(region), Code(place)).ShouldBeFalse();

    [Fact]
    public void An_unknown_code_has_no_name_and_is_not_retired()
    {
        Catalogue.Knows(Code("999999")).ShouldBeFalse();
        Catalogue.IsRetired(Code("999999")).ShouldBeFalse();
        Catalogue.NameOf(Code("999999")).ShouldBeNull();
    }

    [Theory]
    [InlineData("1985-06-01", "东郊区")]
    [InlineData("1991-12-31", "东郊区")]
    [InlineData("1992-01-01", "东丽区")]
    [InlineData("2026-11-21", "东丽区")]
    public void A_code_is_named_as_it_was_on_the_day(string on, string name) =>
        Catalogue.NameOf(Code("120110"), DateOnly.Parse(on)).ShouldBe(name);

    [Fact]
    public void Without_a_day_a_code_has_its_last_name() => Catalogue.NameOf(Code("152701")).ShouldBe("东胜市");
}
