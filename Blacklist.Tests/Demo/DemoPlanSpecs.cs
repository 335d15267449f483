using Blacklist.Api.Demo.Plan;
using Blacklist.Api.Reference;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Demo;

public sealed class DemoPlanSpecs
{
    private static readonly IReadOnlyList<DemoOrganization> Plan = Make();

    [Fact]
    public void The_plan_is_the_same_every_time() =>
        Make().SelectMany(organization => organization.Persons.Select(person => person.Named)).ShouldBe(Plan.SelectMany(organization => organization.Persons.Select(person => person.Named)));

    [Fact]
    public void A_row_that_is_no_ban_opens_no_listing()
    {
        var warned = Find("中国产品质量协会");
        warned.Decisions.ShouldBeEmpty();
        warned.Recording.Activities.ShouldBe("2016-03-16 民政部: 列入离岸/山寨社团名单 (离岸社团山寨社团第一批(2016))");
    }

    [Fact]
    public void A_ban_without_a_date_is_kept_and_is_no_decision()
    {
        var undated = Find("江苏省中小学教育学会");
        undated.Decisions.ShouldBeEmpty();
        undated.Recording.Activities!.ShouldContain("无日期, 未录为决定");
    }

    [Fact]
    public void A_partial_date_becomes_its_first_day_and_says_so()
    {
        var decision = Find("中国收藏品共享协会").Decisions.ShouldHaveSingleItem();
        decision.DecidedOn.ShouldBe(new DateOnly(2024, 9, 1));
        decision.Grounds.ShouldContain("日期只公布到 2024-09");
    }

    [Fact]
    public void Several_facts_of_one_name_are_one_organization()
    {
        var twice = Find("中国雷锋基金会");
        twice.Decisions.Select(decision => decision.DecidedOn).ShouldBe([new(2018, 8, 1), new(2021, 4, 14)]);
        twice.Recording.Activities!.Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public void A_lawful_organization_that_lost_its_registration_is_not_called_illegal()
    {
        var revoked = Find("济南茶文化协会");
        (revoked.Recording.UnlawfulKind, revoked.Recording.RegisteredAs.ToString()).ShouldBe((null, "SocialAssociation"));
        revoked.Decisions.ShouldHaveSingleItem().Kind.ShouldBe(DispositionKind.Revoked);
    }

    [Fact]
    public void Every_decision_names_one_to_three_persons_one_in_ten_without_a_number()
    {
        var decisions = Plan.SelectMany(organization => organization.Decisions).ToList();
        decisions.ShouldAllBe(decision => decision.Persons.Count >= 1 && decision.Persons[0].Named.Part == Part.PersonInCharge);
        var persons = decisions.SelectMany(decision => decision.Persons).ToList();
        (persons.Count(person => person.Identity.Documents.Count == 0) / (double)persons.Count).ShouldBeInRange(0.08, 0.12);
    }

    [Fact]
    public void Its_texts_are_texts_that_the_api_would_take()
    {
        Plan.ShouldAllBe(organization => Fits(organization.Recording.Name, 200) && Fits(organization.Recording.Activities!, 4000)
            && (organization.Recording.Source == null || Fits(organization.Recording.Source, 500)));
        Plan.SelectMany(organization => organization.Decisions).ShouldAllBe(decision =>
            Fits(decision.DocumentNumber, 100) && Fits(decision.Authority, 200) && Fits(decision.Grounds, 4000));
    }

    [Theory]
    [InlineData("民政部、中央网信办、工业和信息化部", "000000")]
    [InlineData("北京市民政局", "110000")]
    [InlineData("广西壮族自治区民政厅", "450000")]
    [InlineData("广西柳州市民政部门", "450200")]
    [InlineData("河北省廊坊市民政局", "131000")]
    [InlineData("杭州市西湖区民政局", "330106")]
    [InlineData("桐庐县民政局", "330122")]
    [InlineData("天津市民政部门(民政部公布)", "120000")]
    [InlineData("民政部门", null)]
    [InlineData("地方民政部门(民政部公布)", null)]
    public void An_authority_is_of_the_place_that_its_name_says(string authority, string? region) =>
        new AuthorityRegions(RegionsFile.Read()).Of(authority)?.Value.ShouldBe(region);

    private static bool Fits(string text, int most) => FreeText.Parse(text, most).Value == text;

    private static DemoOrganization Find(string name) => Plan.Single(organization => organization.Recording.Name == name);

    private static IReadOnlyList<DemoOrganization> Make() => DemoPlan.Make(ShippedCalendar.Terms);
}
