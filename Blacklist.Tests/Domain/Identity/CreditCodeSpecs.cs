using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Domain.Identity;

/// <summary>GB 32100-2015 with the organization code of GB 11714-1997 inside.</summary>
public sealed class CreditCodeSpecs
{
    [Theory]
    [InlineData("91350100M000100Y43", "91350100M000100Y43", "the example of the standard")]
    [InlineData("51700000mj00000184", "51700000MJ00000184", "social association; small letters")]
    [InlineData("52700000 MJ000001 81", "52700000MJ00000181", "social service institution; blanks")]
    [InlineData("５３７００000MJ0000018X", "53700000MJ0000018X", "foundation; full width")]
    [InlineData("N1700000123456788C", "N1700000123456788C", "a department the amendments added")]
    [InlineData("517000000000000359", "517000000000000359", "digits only")]
    public void A_valid_code_has_one_form(string written, string value, string note) =>
        CreditCode.Parse(written).Value.ShouldNotBeNull(note).Value.ShouldBe(value, note);

    [Theory]
    [InlineData("", "credit_code_empty", "nothing")]
    [InlineData("51700000MJ0000018", "credit_code_length", "17 places")]
    [InlineData("51700000MJ0000018O", "credit_code_characters", "the alphabet has no O")]
    [InlineData("5170000AMJ00000184", "credit_code_region", "a letter in the region")]
    [InlineData("51700000MJ00000284", "credit_code_organization_code", "inner check character")]
    [InlineData("51700000MJ00000185", "credit_code_check_character", "outer check character")]
    [InlineData("15700000MJ00000184", "credit_code_check_character", "first two places swapped")]
    public void Anything_else_is_refused_with_its_reason(string written, string code, string note) =>
        CreditCode.Parse(written).Problem.ShouldNotBeNull(note).Code.ShouldBe(code, note);

    [Fact]
    public void The_region_of_registration_is_read_from_the_code() =>
        CreditCode.Parse("51700000MJ00000184").Value!.RegionCode.ShouldBe("700000");
}
