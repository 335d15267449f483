namespace Blacklist.Tests.ConsolePages;

/// <summary>规则 and 工作日历: drafted by one, tried, adopted by another; years published.</summary>
public sealed class RulePageTests(AdministrationPageTests.WithListing shared) : IClassFixture<AdministrationPageTests.WithListing>
{
    private const string Rules = "/console/rules";
    private const string Calendar = "/console/calendar";

    private RegistryNode Node => shared.Node;

    [Fact]
    public async Task A_change_is_drafted_tried_on_the_listings_and_adopted_by_another()
    {
        await using var first = await Node.Visit(ApiClientSamples.Administrator);
        await first.Open(Rules);
        await first.ShouldBeWell();
        await first.Open(Rules + "/erdos-2018-4-2");
        await first.ShouldBeWell();
        await first.Page.Locator("a[href*='/drafts/new']").ClickAsync();
        await first.Page.Locator("[name='rule.term']").WaitForAsync();
        (await first.Page.Locator("[name='rule.term']").InputValueAsync()).ShouldBe("P5Y");
        await first.ShouldBeWell();
        await first.Fill(("rule.term", "P3Y"), ("reason", "期限改为三年"));
        await first.Check();
        (await first.Content()).ShouldContain("P3Y");
        await first.ShouldBeWell();
        await first.Send();
        var draft = new Uri(first.Page.Url).AbsolutePath;
        (await first.Page.Locator("tr.other").AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldContain("3 年");
        (await first.Page.Locator("a[href$='/adoption']").CountAsync()).ShouldBe(0); // by somebody else
        await first.ShouldBeWell();

        await first.Page.Locator("a[href$='/dry-run']").ClickAsync();
        await first.Page.Locator(".tiles dd").WaitForAsync();
        (await first.Page.Locator(".tiles").InnerTextAsync()).ShouldContain("截止日期变化");
        (await first.Page.Locator("tbody tr").InnerTextAsync()).ShouldContain("2031-03-02");
        await first.ShouldBeWell();
        await Node.Story.Check(AdministrationPageTests.Listed, AdministrationPageTests.ListedNumber);
        await first.Page.Locator("a[href*='/dry-run/checks']").ClickAsync();
        await first.Page.Locator(".empty").WaitForAsync(); // today nobody would be answered otherwise
        await first.ShouldBeWell();
        await first.Open(draft + "/dry-run/checks?on=2030-01-01");
        (await first.Page.Locator("tbody tr .mark").AllInnerTextsAsync()).Take(2).ShouldBe(["受限", "可以"]);
        await first.ShouldBeWell();

        await using var second = await Node.Visit(ApiClientSamples.SecondAdministrator);
        (await second.Open(draft + "/adoption")).ShouldBe(200);
        await second.ShouldBeWell();
        await second.Send();
        (await second.Content()).ShouldContain("已采用");
        (await second.Open(draft + "/adoption")).ShouldBe(200);
        await second.Step("send"); // what is adopted is adopted
        await second.Page.Locator("#content [role=alert], .note.done").First.WaitForAsync();
        (await second.Open(draft + "/dry-run")).ShouldBe(409);
        await second.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "规范性文件正在审查", "未核对")]
    [InlineData("en", "Policy documents are under review", "Unconfirmed")]
    public async Task Policy_documents_are_set_to_review_and_restored_and_a_rule_is_drafted_anew_and_discarded(string language, string underReview, string unconfirmed)
    {
        await using var administrator = await Node.Visit(ApiClientSamples.Administrator, language);
        await administrator.Do(Rules + "/policy-documents/review", ("documentNumber", "民法函〔2026〕8号"), ("reason", "合法性审查期间"));
        (await administrator.Content()).ShouldContain(underReview);
        await administrator.ShouldBeWell();
        await administrator.Do(Rules + "/policy-documents/restoration", ("documentNumber", "民法函〔2026〕9号"), ("reason", "审查通过"));
        (await administrator.Content()).ShouldNotContain(underReview);

        await administrator.Do(
            Rules + "/drafts/new", ("rule.id", $"example-{language.ToLowerInvariant()}"), ("rule.title", "某某市管理办法（示例）"), ("rule.article", "第一条"), ("rule.level", "policyDocument"),
            ("rule.bars.charitableOnly", "false"), ("rule.bars.region", "150600"), ("rule.starts", "dispositionDate"), ("rule.term", "P3Y"), ("rule.effect", "review"),
            ("rule.source", "示例"), ("reason", "示例"));
        (await administrator.Content()).ShouldContain(unconfirmed);
        await administrator.Do(new Uri(administrator.Page.Url).AbsolutePath + "/discard", ("reason", "有误"));
        await administrator.ShouldBeWell();
    }

    [Fact]
    public async Task What_is_wrong_in_a_rule_stands_beside_its_field()
    {
        await using var administrator = await Node.Visit(ApiClientSamples.Administrator);
        await administrator.Open(Rules + "/drafts/new?from=erdos-2018-4-2");
        await administrator.Fill(("rule.term", "five years"), ("reason", "期限"));
        await administrator.Step("check:visible");
        await administrator.Page.Locator("#content [role=alert]").WaitForAsync();

        (await administrator.Page.Locator("#f-rule-term-wrong").InnerTextAsync()).ShouldNotBeEmpty();
        (await administrator.Page.Locator("[name='rule.elements'][value=noticeServed]").IsCheckedAsync()).ShouldBeTrue(); // nothing typed is lost
        await administrator.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "2026-10-13", "工作日")]
    [InlineData("en", "2026-10-13", "working days")]
    public async Task The_calendar_shows_years_computes_deadlines_and_takes_a_year_in(string language, string due, string words)
    {
        await using var administrator = await Node.Visit(ApiClientSamples.Administrator, language);
        await administrator.Open(Calendar);
        await administrator.ShouldBeWell();
        await administrator.Fill(("start", "2026-09-30"), ("length", "5"));
        await administrator.Page.Locator("form.search button").ClickAsync();
        (await administrator.Page.Locator("[role=status]").InnerTextAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain(due), text => text.ShouldContain(words));

        await administrator.Open(Calendar + "/2026");
        (await administrator.Page.Locator("table.month").CountAsync()).ShouldBe(12);
        await administrator.ShouldBeWell();
        var year = language == "en" ? "2028" : "2027";
        await administrator.Open($"{Calendar}/{year}/publication");
        await administrator.ShouldBeWell();
        await administrator.Do(
            $"{Calendar}/{year}/publication", ("holidays[0].occasion", "元旦"), ("holidays[0].first", $"{year}-01-01"), ("holidays[0].last", $"{year}-01-01"),
            ("source", "全国年节及纪念日放假办法"), ("reason", "先行录入"));
        (await administrator.Page.Locator("td.holiday").CountAsync()).ShouldBe(1);
        await administrator.ShouldBeWell();
        await administrator.Open($"{Calendar}/{year}/publication");
        (await administrator.Page.Locator("[name='holidays[0].occasion']").InputValueAsync()).ShouldBe("元旦");
    }

    [Fact]
    public async Task Who_only_reads_rules_reads_them_and_changes_nothing()
    {
        using var clerk = PageClient.At(Node, ApiClientSamples.Clerk, hasSecondFactor: true);
        foreach (var path in new[] { Rules, Rules + "/erdos-2018-4-2", Calendar, Calendar + "/2026" })
        {
            var page = await clerk.Get(path);
            page.Status.ShouldBe(200, path);
            page.Text[page.Text.IndexOf("<main", StringComparison.Ordinal)..page.Text.IndexOf("</main>", StringComparison.Ordinal)].ShouldNotContain("<a class=\"btn", Case.Sensitive, path);
        }

        foreach (var path in new[] { Rules + "/drafts/new", Rules + "/erdos-2018-4-2/retirement", Rules + "/policy-documents/review", Calendar + "/2027/publication", $"{Rules}/drafts/{Guid.Empty}/dry-run" })
        {
            (await clerk.Get(path)).Status.ShouldBe(403, path);
        }

        using var administrator = PageClient.At(Node, ApiClientSamples.AdministratorOfOrdos, hasSecondFactor: true);
        foreach (var path in new[] { Rules + "/nothing", $"{Rules}/drafts/{Guid.Empty}", $"{Rules}/drafts/{Guid.Empty}/adoption", $"{Rules}/drafts/{Guid.Empty}/dry-run", Calendar + "/1999" })
        {
            (await administrator.Get(path)).Status.ShouldBe(404, path);
        }

        const string Retirement = Rules + "/charity-law-16-3/retirement";
        var refused = await administrator.Post(Retirement, await administrator.Get(Retirement), ("_step", "check"), ("reason", "越权"));
        refused.Text.ShouldContain("role=\"alert\""); // the nation's rules are for whoever works for all of it
    }
}
