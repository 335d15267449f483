using Blacklist.Api.Reference;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Tests.Domain.OrganizationNames;

public sealed class OrganizationNameSpecs
{
    private static readonly OrganizationNameIndex Published = new(
        ReferenceFile.ReadRows("illegal-organizations.csv", row => row.GetString("name")).Distinct()
            .Select((name, handle) => new KnownOrganization(handle, Name(name), OrganizationStanding.Published))
            .Concat(ReferenceFile.ReadRows("revoked-organizations.csv", row => row.GetString("name"))
                .Select((name, handle) => new KnownOrganization(1_000 + handle, Name(name), OrganizationStanding.RegistrationRevoked))));

    public static TheoryData<string, string> PublishedPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (listed, lawful) in ReferenceFile.ReadRows(
            "lookalike-organizations.csv", row => (row.GetString("listed_name"), row.GetString("lawful_name"))))
        {
            pairs.Add(listed, lawful);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(PublishedPairs))]
    public void Published_imitations_are_recognized(string listed, string lawful) =>
        lawful.Split('|').ShouldContain(imitated => Compare(listed, imitated).Grade != OrganizationNameGrade.Different);

    [Theory]
    [InlineData("中国某某协会", "中國 某某協會", "traditional characters and a blank")]
    [InlineData("某某（中国）协会", "某某(中国)协会", "brackets")]
    [InlineData("ＡＢＣ联盟", "abc联盟", "full width and small letters")]
    public void Ways_to_write_one_name_are_equal(string one, string other, string note) =>
        Compare(one, other).Grade.ShouldBe(OrganizationNameGrade.Equal, note);

    [Theory]
    [InlineData("北京市硬笔书法协会", "北京硬笔书法协会")]
    [InlineData("北京市海淀区硬笔书法协会", "北京海淀区硬笔书法研究会")]
    [InlineData("内蒙古自治区鄂尔多斯市硬笔书法协会", "内蒙古鄂尔多斯市硬笔书法协会")]
    [InlineData("广西壮族自治区硬笔书法协会", "广西硬笔书法协会")]
    public void The_word_for_a_province_may_be_left_out(string one, string other)
    {
        Compare(one, other).Grade.ShouldBe(OrganizationNameGrade.Imitates);
        new OrganizationNameIndex([new KnownOrganization(0, Name(one), OrganizationStanding.Banned)]).Imitated(Name(other)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("吉林市硬笔书法协会", "吉林省硬笔书法协会", "a city that is called as its province")]
    [InlineData("鄂尔多斯市志愿者协会", "中国志愿者协会", "a local body is named after a national one")]
    [InlineData("鄂尔多斯市书法家协会", "包头市书法家协会", "the same body of another place")]
    [InlineData("中国摄影家协会", "中国书法家协会", "another art")]
    [InlineData("中国茶文化研究会", "中国酒文化研究会", "another drink")]
    [InlineData("中国医学会", "中国法学会", "another science")]
    [InlineData("中国协会", "中华学会", "nothing between scope and form")]
    public void Different_bodies_stay_different(string one, string other, string note) =>
        Compare(one, other).Grade.ShouldBe(OrganizationNameGrade.Different, note);

    [Fact]
    public void The_reasons_show_what_was_exchanged_and_what_was_added()
    {
        var match = Compare("中华现代硬笔书法研究会", "中国硬笔书法协会");

        match.Reasons.ShouldBe(
        [
            new(OrganizationNameReason.ScopeExchanged, "中华", "中国"),
            new(OrganizationNameReason.WordsAdded, "现代硬笔书法", "硬笔书法"),
            new(OrganizationNameReason.FormExchanged, "研究会", "协会"),
        ]);
        match.AlikePart.ShouldBe("硬笔书法");
    }

    [Theory]
    [InlineData("鄂尔多斯市一带一路经济促进会", "一带一路")]
    [InlineData("乡村振興研究院", "乡村振兴")]
    [InlineData("鄂尔多斯市养老服务协会", "养老")]
    public void Campaign_words_are_named(string name, string word) => CampaignWords.In(Name(name)).ShouldContain(found => found.Word == word);

    [Fact]
    public void An_ordinary_name_has_no_campaign_words() => CampaignWords.In(Name("鄂尔多斯市羽毛球协会")).ShouldBeEmpty();

    [Theory]
    [InlineData("中国雷锋基金会", "中国雷锋基金会", true, "typed right")]
    [InlineData("中国雷峰基金会", "中国雷锋基金会", false, "one character by ear")]
    [InlineData("雷锋基金会", "中国雷锋基金会", false, "the beginning left out")]
    [InlineData("中国产品质量", "中国产品质量协会", false, "the end left out")]
    public void The_public_search_finds_the_body_and_says_whether_it_is_sure(string typed, string name, bool sure, string note) =>
        Published.Search(Name(typed), 5)[0].ShouldSatisfyAllConditions(
            hit => hit.Organization.Name.Original.ShouldBe(name, note),
            hit => hit.IsSure.ShouldBe(sure, note));

    [Fact]
    public void A_body_nobody_published_is_not_found() => Published.Search(Name("鄂尔多斯市东胜区羽毛球运动俱乐部"), 5).ShouldBeEmpty();

    [Fact]
    public void A_lawful_body_whose_registration_was_revoked_is_found_as_that_and_nothing_worse() =>
        Published.Search(Name("济南茶文化协会"), 1)[0].Organization.Standing.ShouldBe(OrganizationStanding.RegistrationRevoked);

    [Fact]
    public void Every_published_body_is_found_first_by_its_own_name() =>
        ReferenceFile.ReadRows("illegal-organizations.csv", row => row.GetString("name")).Select(Name).ShouldAllBe(
            name => Published.Search(name, 1)[0].Organization.Name.Normal == name.Normal);

    [Theory]
    [InlineData("", "organization_name_empty")]
    [InlineData("（）", "organization_name_empty")]
    [InlineData("某\u0000会", "organization_name_characters")]
    public void Anything_else_is_refused_with_its_reason(string text, string code) =>
        OrganizationName.Parse(text).Problem.ShouldNotBeNull().Code.ShouldBe(code);

    private static OrganizationNameMatch Compare(string one, string other) => OrganizationNameComparison.Compare(Name(one), Name(other));

    private static OrganizationName Name(string text) => OrganizationName.Parse(text).Value.ShouldNotBeNull(text);
}
