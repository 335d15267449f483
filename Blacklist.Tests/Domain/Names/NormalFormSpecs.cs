using System.Globalization;
using System.Text;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Domain.Names;

/// <summary>The files the tables were built from are read here again, line by line.</summary>
public sealed class NormalFormSpecs
{
    [Theory]
    [InlineData("张三", "张三", "as it is")]
    [InlineData("  张　三\t", "张三", "blanks of all kinds do not belong into a Chinese name")]
    [InlineData("張三", "張三", "traditional characters stay: they are another way to write, not another way to type")]
    [InlineData("張三\uFE00\u200B\u202E", "張三", "variation selector, zero-width space, direction override")]
    [InlineData("ｚｈａｎｇ　ｓａｎ", "ZHANG SAN", "full width")]
    [InlineData("Zhang  San", "ZHANG SAN", "two blanks")]
    [InlineData("José Müller-Øster", "JOSE MULLER OSTER", "diacritics")]
    [InlineData("Jose\u0301", "JOSE", "combining accent")]
    [InlineData("O’Brien", "OBRIEN", "apostrophe")]
    [InlineData("阿卜杜热合曼•买买提", "阿卜杜热合曼·买买提", "bullet")]
    [InlineData("阿卜杜热合曼 · 买买提", "阿卜杜热合曼·买买提", "blanks around the separator")]
    [InlineData("·张三·", "张三", "separators at the ends")]
    [InlineData("⻢三", "马三", "a radical out of a PDF file")]
    [InlineData("ﾀﾅｶ", "タナカ", "half-width katakana")]
    [InlineData("李〇", "李〇", "a numeral that is a name")]
    [InlineData("王\uE863", "王䶮", "private-use leftover of GBK")]
    [InlineData("王\uE000", "王\uE000", "private-use character of an old household register, kept")]
    [InlineData("王𬎆", "王𬎆", "beyond the basic plane")]
    public void A_name_has_one_normal_form_and_keeps_its_original(string written, string normal, string note)
    {
        var name = PersonName.Parse(written).Value.ShouldNotBeNull(note);

        name.Normal.ShouldBe(normal, note);
        name.Original.ShouldBe(written, note);
        PersonName.Parse(normal).Value!.Normal.ShouldBe(normal, "the normal form of a normal form is itself");
    }

    [Theory]
    [InlineData("", "name_empty", "nothing")]
    [InlineData(" ·　", "name_empty", "separators only")]
    [InlineData("\u200B\uFEFF", "name_empty", "invisible only")]
    [InlineData("张三2", "name_characters", "a count")]
    [InlineData("张三（化名）", "name_characters", "a remark: belongs into a field of its own")]
    [InlineData("张\u0000三", "name_characters", "NUL")]
    [InlineData("张\uFFFD", "name_characters", "a character lost in conversion")]
    [InlineData("张<b>", "name_characters", "markup")]
    [InlineData("张*", "name_characters", "a masked name")]
    [InlineData("张?", "name_characters", "a character lost in conversion")]
    public void Anything_else_is_refused_with_its_reason(string written, string code, string note) =>
        PersonName.Parse(written).Problem.ShouldNotBeNull(note).Code.ShouldBe(code, note);

    [Fact]
    public void Half_a_character_is_refused() => PersonName.Parse("王\uD873").Problem.ShouldBe(PersonName.Characters);

    [Fact]
    public void Fifty_characters_and_more_are_a_name()
    {
        PersonName.Parse(new string('阿', 50)).Value.ShouldNotBeNull();
        PersonName.Parse(new string('阿', 101)).Problem.ShouldBe(PersonName.TooLong);
        PersonName.Parse(new string('阿', 1_000_000)).Problem.ShouldBe(PersonName.TooLong);
    }

    [Fact]
    public void The_text_form_shows_the_first_character_only() => PersonName.Parse("𬎆三丰").Value!.ToString().ShouldBe("𬎆**");

    [Fact]
    public void Whatever_is_typed_for_the_separator_is_the_separator()
    {
        foreach (var row in Source("middle-dots.csv").Where(row => row[2] is not ("SPACE" or "IDEOGRAPHIC SPACE")))
            Normal($"买买提{Character(row[0])}吐尔逊").ShouldBe("买买提·吐尔逊", row[2]);
    }

    [Fact]
    public void A_blank_typed_for_the_separator_makes_no_other_name() =>
        NameComparison.Compare(Name("买买提　吐尔逊"), Name("买买提·吐尔逊")).Grade.ShouldBe(NameGrade.VariantForm);

    [Fact]
    public void Every_compatibility_ideograph_becomes_the_character_it_is() =>
        Source("compat-ideographs.csv").ShouldAllBe(row => Normal("王" + Character(row[1])) == "王" + Character(row[3]));

    [Fact]
    public void Every_radical_becomes_the_character_it_looks_like() =>
        Source("radical-lookalikes.csv").ShouldAllBe(row => Normal("王" + Character(row[1])) == "王" + Character(row[3]));

    [Fact]
    public void Every_private_use_leftover_of_GBK_becomes_the_character_of_today() =>
        Source("gbk-pua.csv").ShouldAllBe(row => Normal("王" + Character(row[1])) == Normal("王" + Character(row[2])));

    [Fact]
    public void Every_character_of_the_standard_table_stays_what_it_is() =>
        File.ReadAllText(SourcePath("standard-characters.txt")).EnumerateRunes().Where(rune => rune.Value > ' ')
            .ShouldAllBe(rune => Normal(rune.ToString()) == rune.ToString());

    [Fact]
    public void Traditional_forms_are_variants_of_the_simplified_ones() =>
        Source("t2s-chars.csv").Where(row => !row[1].Split('|').Contains(row[0]))
            .Count(row => NameComparison.Compare(Name("王" + row[0]), Name("王" + row[1].Split('|')[0])).Grade != NameGrade.VariantForm)
            .ShouldBeLessThan(30, "all but the few that are names of their own");

    private static string Normal(string text) => Name(text).Normal;

    private static PersonName Name(string text) => PersonName.Parse(text).Value.ShouldNotBeNull(text);

    private static string Character(string codePoint) => new Rune(int.Parse(codePoint[2..], NumberStyles.HexNumber)).ToString();

    private static List<string[]> Source(string file) => [.. File.ReadLines(SourcePath(file)).Skip(1).Select(line => line.Split(','))];

    private static string SourcePath(string file) => Path.Combine(Repository.Root, ".build", "names", "sources", file);
}
