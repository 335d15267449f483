using Blacklist.Api.Demo;
using Blacklist.Domain.Calendar;

namespace Blacklist.Tests.Demo;

public sealed class PublishedOrganizationsTests
{
    private static readonly IReadOnlyList<PublishedOrganization> Illegal = PublishedOrganizations.ReadIllegal();

    [Fact]
    public void Rows_of_one_name_are_facts_about_one_organization()
    {
        Illegal.Count.ShouldBe(278);
        Illegal.Sum(organization => organization.Facts.Count).ShouldBe(285);
        Illegal.Single(organization => organization.Name == "中国雷锋基金会").Facts.Select(fact => fact.Disposition)
            .ShouldBe([PublishedDisposition.ListedAsSuspected, PublishedDisposition.Banned, PublishedDisposition.Banned]);
    }

    [Fact]
    public void Every_row_keeps_its_source()
    {
        Illegal.SelectMany(organization => organization.Facts).ShouldAllBe(fact => fact.Source.Length > 0);
        PublishedOrganizations.ReadRevoked().SelectMany(organization => organization.Facts).ShouldAllBe(fact => fact.Source.Length > 0);
    }

    [Fact]
    public void Every_published_wording_is_classified() =>
        Illegal.SelectMany(organization => organization.Facts)
            .CountBy(fact => fact.Disposition).ToDictionary()
            .ShouldBe(new Dictionary<PublishedDisposition, int>
            {
                [PublishedDisposition.Banned] = 58 + 50 + 5 + 3,
                [PublishedDisposition.ListedAsSuspected] = 79,
                [PublishedDisposition.ListedAsOffshore] = 73 + 1,
                [PublishedDisposition.FoundIllegal] = 7,
                [PublishedDisposition.BannedOrSought] = 6,
                [PublishedDisposition.Deregistered] = 3,
            }, ignoreOrder: true);

    [Fact]
    public void A_new_wording_is_an_error() =>
        Should.Throw<InvalidDataException>(() => PublishedDispositions.Of("责令整改")).Message.ShouldContain("责令整改");

    [Theory]
    [InlineData("取缔", true)]
    [InlineData("取缔;关停网站", true)]
    [InlineData("撤销登记", true)]
    [InlineData("列入涉嫌非法社会组织名单", false)]
    [InlineData("列入离岸/山寨社团名单", false)]
    [InlineData("取缔或发布协查通告", false)]
    [InlineData("认定为非法社会组织(处置方式未注明)", false)]
    [InlineData("已注销", false)]
    public void Only_a_plain_ban_or_revocation_opens_listings(string text, bool opens) => PublishedDispositions.Of(text).OpensListings().ShouldBe(opens);

    [Theory]
    [InlineData("中国产品质量协会", "2016-03-16")]
    [InlineData("国际摄影协会", "2016")]
    [InlineData("中国党史研究会", "2020-05")]
    public void The_date_is_as_exact_as_the_notice(string name, string date) =>
        Illegal.Single(organization => organization.Name == name).Facts[0].PublishedOn.ShouldBe(PartialDate.Parse(date).Value);

    [Fact]
    public void Nineteen_lawful_organizations_lost_their_registration() =>
        PublishedOrganizations.ReadRevoked().Count(organization => organization.Facts.Single().Disposition == PublishedDisposition.Revoked).ShouldBe(19);

    [Fact]
    public void No_organization_is_both_lawful_until_revoked_and_illegal() =>
        PublishedOrganizations.ReadRevoked().Select(organization => organization.Name).ShouldNotContain(name => Illegal.Any(illegal => illegal.Name == name));
}
