using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Names;

/// <summary>Invented names and those of legend; each pair is compared in both directions.</summary>
public sealed class NameComparisonSpecs
{
    [Theory]
    [InlineData("张三丰", "张三丰", NameGrade.Same, "name_equal")]
    [InlineData("张 三丰", " 张三丰　", NameGrade.Same, "name_equal")]
    [InlineData("张三丰", "張三豐", NameGrade.VariantForm, "name_variant_characters")]
    [InlineData("周群峰", "周羣峯", NameGrade.VariantForm, "name_variant_characters")]
    [InlineData("阿卜杜热合曼·买买提", "阿卜杜热合曼买买提", NameGrade.VariantForm, "name_separator_differs")]
    [InlineData("MARY-ANN O'BRIEN", "Maryann OBrien", NameGrade.VariantForm, "name_separator_differs")]
    [InlineData("肖小明", "萧小明", NameGrade.MixedSurname, "name_surname_mixed")]
    [InlineData("肖小明", "蕭小明", NameGrade.MixedSurname, "name_surname_mixed")]
    [InlineData("付小明", "傅小明", NameGrade.MixedSurname, "name_surname_mixed")]
    [InlineData("闫小明", "閻小明", NameGrade.MixedSurname, "name_surname_mixed")]
    [InlineData("巴特尔", "巴图尔", NameGrade.TransliterationSpelling, "name_transliteration")]
    [InlineData("乌云其木格", "乌云琪木格", NameGrade.TransliterationSpelling, "name_transliteration")]
    [InlineData("那顺德力格尔", "纳顺德力格尔", NameGrade.TransliterationSpelling, "name_transliteration")]
    [InlineData("阿卜杜热合曼·买买提", "阿布都热合曼·麦麦提", NameGrade.TransliterationSpelling, "name_transliteration")]
    [InlineData("旦增平措", "丹增彭措", NameGrade.TransliterationSpelling, "name_transliteration")]
    [InlineData("包·巴特尔", "巴特尔", NameGrade.TransliterationSpelling, "name_clan_initial")]
    [InlineData("包巴特尔", "巴图尔", NameGrade.TransliterationSpelling, "name_clan_initial")]
    [InlineData("孛儿只斤·乌兰", "乌兰", NameGrade.TransliterationSpelling, "name_clan_initial")]
    [InlineData("阿卜杜热合曼·买买提", "阿卜杜热合曼", NameGrade.TransliterationSpelling, "name_fathers_name")]
    [InlineData("张伟", "章玮", NameGrade.SamePinyin, "name_same_sound")]
    [InlineData("单小明", "陕小明", NameGrade.SamePinyin, "name_same_sound")]
    [InlineData("吕小明", "LYU XIAOMING", NameGrade.SamePinyin, "name_latin_sound")]
    [InlineData("吕小明", "Xiaoming Lü", NameGrade.SamePinyin, "name_latin_sound")]
    [InlineData("欧阳明", "MING OUYANG", NameGrade.SamePinyin, "name_latin_sound")]
    [InlineData("王小明", "王小月", NameGrade.OneCharacterApart, "name_one_character_apart")]
    [InlineData("欧阳小明", "欧阳明", NameGrade.OneCharacterApart, "name_one_character_apart")]
    [InlineData("侯亮", "候亮", NameGrade.SamePinyin, "name_same_sound")]
    [InlineData("戚亮", "威亮", NameGrade.OneCharacterApart, "name_surname_lookalike")]
    [InlineData("王小明", "小明王", NameGrade.OrderSwapped, "name_order_swapped")]
    [InlineData("欧阳小明", "小明欧阳", NameGrade.OrderSwapped, "name_order_swapped")]
    [InlineData("JOHN SMITH", "Smith John", NameGrade.OrderSwapped, "name_order_swapped")]
    [InlineData("王小明", "李大海", NameGrade.Different, "name_different")]
    [InlineData("张三", "张四", NameGrade.Different, "name_different")]
    [InlineData("王伟", "王伟明", NameGrade.Different, "name_different")]
    [InlineData("卓玛", "卓嘎", NameGrade.Different, "name_different")]
    [InlineData("阿卜杜热合曼·买买提", "阿卜杜热合曼·依明", NameGrade.Different, "name_different")]
    [InlineData("包青天", "青天", NameGrade.Different, "name_different")]
    [InlineData("王娜", "王那", NameGrade.SamePinyin, "name_same_sound")]
    public void Names_are_graded_with_the_reason(string given, string onFile, NameGrade grade, string reason)
    {
        var (one, other) = (Name(given), Name(onFile));

        NameComparison.Compare(one, other).Grade.ShouldBe(grade);
        NameComparison.Compare(one, other).Reasons[0].Code.ShouldBe(reason);
        NameComparison.Compare(other, one).Grade.ShouldBe(grade);
    }

    [Fact]
    public void Only_ways_to_write_one_name_let_a_number_restrict() =>
        Enum.GetValues<NameGrade>().Where(grade => grade.IsCompatible()).ShouldBe(
            [NameGrade.Same, NameGrade.VariantForm, NameGrade.MixedSurname, NameGrade.TransliterationSpelling, NameGrade.FormerName]);

    private static PersonName Name(string text) => PersonName.Parse(text).Value.ShouldNotBeNull();
}
