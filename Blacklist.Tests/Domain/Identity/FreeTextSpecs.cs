using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Domain.Identity;

public sealed class FreeTextSpecs
{
    private static readonly string Number = ResidentId.WithCheckDigit("70000019851231003");

    [Theory]
    [InlineData("  以研究会名义收取会费  ", "以研究会名义收取会费")]
    [InlineData("两行\n文字", "两行\n文字")]
    [InlineData("电话 13800000000", "电话 13800000000")]
    public void Words_are_kept_without_surrounding_space(string text, string kept) => FreeText.Parse(text, 100).Value.ShouldBe(kept);

    [Fact]
    public void Nothing_is_no_text() => FreeText.Parse(" \t", 100).Problem.ShouldBe(FreeText.Empty);

    [Fact]
    public void A_text_may_be_as_long_as_its_field() => FreeText.Parse("𬎆𬎆", 2).Value.ShouldBe("𬎆𬎆");

    [Fact]
    public void A_longer_text_is_refused() => FreeText.Parse("三个字", 2).Problem.ShouldBe(FreeText.TooLong);

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    public void Control_characters_are_refused(string text) => FreeText.Parse(text, 100).Problem.ShouldBe(FreeText.Unprintable);

    [Fact]
    public void An_identity_number_among_the_words_is_refused()
    {
        FreeText.Parse($"责任人身份证{Number}。", 100).Problem.ShouldBe(FreeText.HoldsIdentityNumber);
        FreeText.Parse(Number, 100).Problem.ShouldBe(FreeText.HoldsIdentityNumber);
        FreeText.Parse(Number.Replace('X', 'x'), 100).Problem.ShouldBe(FreeText.HoldsIdentityNumber);
        FreeText.Parse("15 位 700000851231003", 100).Problem.ShouldBe(FreeText.HoldsIdentityNumber);
    }

    [Theory]
    [InlineData("居住证810000198501010010号")]
    [InlineData("永久居留身份证 970124198108030024")]
    public void So_is_one_of_the_same_length_on_another_document(string text) => FreeText.Parse(text, 100).Problem.ShouldBe(FreeText.HoldsIdentityNumber);

    [Fact]
    public void A_number_that_is_no_identity_number_may_stand_there() =>
        FreeText.Parse("账号 123456789012345678", 100).Value.ShouldBe("账号 123456789012345678");
}
