using Blacklist.Api.Demo;
using Blacklist.Domain.Names;
using Blacklist.Domain.Names.Index;

namespace Blacklist.Tests.Domain.Names;

public sealed class NameIndexSpecs
{
    private static readonly PersonName[] Listed = [.. Draw(2_000, seed: 1)];
    private static readonly NameIndex Index = NameIndex.Of(Listed.Select((name, handle) => (handle, name)));

    [Fact]
    public void The_index_finds_exactly_what_comparing_with_every_name_finds()
    {
        foreach (var given in Draw(100, seed: 2).Concat(Listed.Where((_, handle) => handle % 40 == 0)).Concat(Awkward()))
            Index.Find(given).ShouldBe(ByComparing(given), given.Original);
    }

    [Fact]
    public void An_index_grown_name_by_name_finds_the_same()
    {
        var grown = Listed.Index().Aggregate(NameIndex.Empty, (index, entry) => index.With(entry.Index, entry.Item));

        foreach (var given in Listed.Take(200))
            grown.Find(given).ShouldBe(Index.Find(given));
    }

    [Fact]
    public void A_removed_name_is_not_found_and_leaves_its_namesakes()
    {
        var (one, other) = (Name("张三丰"), Name("張三豐"));
        var index = NameIndex.Of([(1, one), (2, one), (3, other)]);

        index.Without(1, one).Find(one).ShouldBe([new NameCandidate(2, NameGrade.Same), new NameCandidate(3, NameGrade.VariantForm)]);
        index.Without(1, one).Without(1, one).Find(one).Count.ShouldBe(2, "the second time nothing changes");
        index.Find(one).Count.ShouldBe(3, "the first index stays as it was");
    }

    [Fact]
    public void A_removed_name_stays_away_when_the_index_grows_and_comes_back_when_it_is_added()
    {
        var name = Name("张三丰");
        var index = NameIndex.Empty.With(1, name).Without(1, name).With(2, Name("李小四")).With(3, Name("王小五"));

        index.Find(name).ShouldBeEmpty();
        index.With(1, name).Find(name).ShouldBe([new NameCandidate(1, NameGrade.Same)]);
    }

    [Fact]
    public void A_handle_may_have_several_names() =>
        NameIndex.Of([(7, Name("张三丰")), (7, Name("李小四"))]).Find(Name("李小四")).ShouldBe([new NameCandidate(7, NameGrade.Same)]);

    private static List<NameCandidate> ByComparing(PersonName given) =>
    [
        .. Listed.Select((name, handle) => new NameCandidate(handle, NameComparison.Compare(given, name).Grade))
            .Where(candidate => candidate.Grade != NameGrade.Different)
            .OrderBy(candidate => candidate.Grade).ThenBy(candidate => candidate.Handle),
    ];

    // Han, Mongolian and dotted names, and enough near ones among them.
    private static IEnumerable<PersonName> Draw(int count, ulong seed)
    {
        var tables = NameTables.Read();
        var realistic = new RealisticNames();
        var random = new SplitMix64(seed);
        for (var i = 0; i < count; i++)
            yield return Name(i % 3 == 0 ? tables.Draw(i % 2 == 0 ? Blacklist.Domain.Identity.Sex.Male : Blacklist.Domain.Identity.Sex.Female, ref random) : realistic.Draw(ref random));
    }

    private static IEnumerable<PersonName> Awkward() =>
        from name in (string[])
        [
            "肖一帆", "萧一帆", "付晓婷", "傅曉婷", "包巴特尔", "奇·巴图尔", "巴特尔", "阿卜杜热合曼", "麦麦提·图尔逊", "WANG XINYU", "Xinyu Wang", "王新", "新宇王",
            "OUYANG YIFAN", "欧阳一帆", "一帆欧阳", "欧阳帆", "次任卓玛", "肉孜·阿依古丽", "𬎆一帆",
        ]
        select Name(name);

    private static PersonName Name(string text) => PersonName.Parse(text).Value.ShouldNotBeNull();
}
