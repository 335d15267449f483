using Microsoft.Playwright;

namespace Blacklist.Tests.ConsolePages;

/// <summary>What follows an answer: determination, report, receipt, another check; and what is not there or not for everybody.</summary>
public sealed class CheckAnswerPageTests(ConsoleRegistry registry) : IClassFixture<ConsoleRegistry>
{
    [Theory]
    [InlineData("zh-CN", "核对并认定", "一致")]
    [InlineData("en", "Compare and determine", "Same")]
    public async Task A_clerk_compares_a_namesake_with_the_entry_side_by_side(string language, string compare, string same)
    {
        await using var clerk = await registry.As("registrationClerk", language);
        await clerk.Open($"/console/check/{await Asked(ConsoleRegistry.ListedWithoutNumber, ResidentIds.Of(31))}");
        (await clerk.Page.Locator(".mark.review").CountAsync()).ShouldBeGreaterThan(0);

        await clerk.Link(compare).First.ClickAsync();

        var name = await clerk.Page.Locator("tbody tr").First.InnerTextAsync();
        name.ShouldContain(ConsoleRegistry.ListedWithoutNumber);
        name.ShouldContain(same);
        (await clerk.Page.ContentAsync()).ShouldNotContain(ResidentIds.Of(31));
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task Somebody_else_is_recorded_and_the_next_check_says_so()
    {
        await using var clerk = await registry.As("registrationClerk");
        var check = await Asked(ConsoleRegistry.ListedWithoutNumber, ResidentIds.Of(32));
        await clerk.Open(Determination(check));

        await clerk.Fill(("finding", "differentPerson"), ("reason", "户籍地与出生日期均不同"));
        await clerk.Check();
        await clerk.ShouldBeWell();
        await clerk.Send();
        (await clerk.Content()).ShouldContain("认定已记录");
        await clerk.Button("再次核查").ClickAsync();
        await clerk.Arrive($"^((?!{check}).)*$");

        var text = await clerk.Text();
        text.ShouldContain("未发现限制");
        text.ShouldContain("已认定不是同一人");
    }

    [Fact]
    public async Task Another_finding_while_one_stands_is_refused_with_the_reason_still_there()
    {
        await using var clerk = await registry.As("registrationClerk");
        var check = await Asked(ConsoleRegistry.ListedWithoutNumber, ResidentIds.Of(33));
        await clerk.Do(Determination(check), ("finding", "differentPerson"), ("reason", "比对了户籍材料"));

        await clerk.Open(Determination(check));
        await clerk.Fill(("finding", "samePerson"), ("reason", "比对了户籍材料"));
        await clerk.Step("check:visible");

        await Assertions.Expect(clerk.Page.Locator("[role=alert]")).ToContainTextAsync("已有另一项认定");
        (await clerk.Page.Locator("[name=reason]").InputValueAsync()).ShouldBe("比对了户籍材料");
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task A_number_in_the_reason_is_refused_beside_the_field()
    {
        await using var clerk = await registry.As("registrationClerk");
        var check = await Asked(ConsoleRegistry.ListedWithoutNumber, ResidentIds.Of(34));
        await clerk.Open(Determination(check));
        await clerk.Fill(("finding", "differentPerson"), ("reason", $"号码是 {ResidentIds.Of(34)}"));

        await clerk.Step("check:visible");

        await Assertions.Expect(clerk.Page.Locator("[role=alert]")).ToBeVisibleAsync();
        (await clerk.Page.Locator("[name=reason]").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        await clerk.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "社会组织负责人资格核查报告")]
    [InlineData("en", "Report on an eligibility check")]
    public async Task The_report_carries_the_verdict_the_reasons_and_a_code(string language, string heading)
    {
        await using var clerk = await registry.As("registrationClerk", language);
        var check = await Asked(ConsoleRegistry.Listed, ResidentIds.Zhang);

        await clerk.Open($"/console/check/{check}/report");

        (await clerk.Heading()).ShouldBe(heading);
        var text = await clerk.Text();
        text.ShouldContain("blacklist-receipt-1:");
        text.ShouldContain("2031-03-02");
        text.ShouldContain("鄂尔多斯市民政局");
        (await clerk.Page.Locator(".proof img").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(0);
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task The_receipt_of_an_answer_is_genuine_to_everybody_until_a_character_changes()
    {
        await using var clerk = await registry.As("registrationClerk");
        var check = await Asked("李四", ResidentIds.Of(35));
        await clerk.Open($"/console/check/{check}");
        var receipt = await clerk.Page.EvaluateAsync<string>("address => fetch(address).then(answer => answer.text())", $"/console/check/{check}?handler=Receipt");

        await using var anybody = await Visitor.At(registry.Url);
        await anybody.Open("/public/receipts");
        await anybody.ShouldBeWell();
        await anybody.Field("粘贴回执").FillAsync(receipt);
        await anybody.Button("验证").ClickAsync();

        var text = await anybody.Text();
        text.ShouldContain("回执真实");
        text.ShouldContain(check);
        await anybody.ShouldBeWell();

        await anybody.Field("粘贴回执").FillAsync(receipt.Replace("\"leaf\":0", "\"leaf\":1", StringComparison.Ordinal));
        await anybody.Button("验证").ClickAsync();
        await Assertions.Expect(anybody.Page.Locator(".note[role=alert]")).ToContainTextAsync("不能确认");
    }

    [Fact]
    public async Task An_answer_that_is_not_there_or_of_another_region_is_not_found()
    {
        await using var clerk = await registry.As("registrationClerk", region: "500000");
        var check = await Asked("李四", ResidentIds.Of(36));

        (await clerk.Open($"/console/check/{check}")).ShouldBe(404);
        (await clerk.Open($"/console/check/{Guid.Empty}")).ShouldBe(404);
        (await clerk.Open($"/console/check/{check}/report")).ShouldBe(404);
        (await clerk.Open(Determination(check))).ShouldBe(404);

        (await clerk.Heading()).ShouldBe("没有找到这一页");
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task Who_may_not_determine_or_ask_is_told_so_on_each_page()
    {
        await using var officer = await registry.As("caseOfficer");
        var check = await Asked("李四", ResidentIds.Of(37));
        foreach (var page in new[] { $"/console/check/{check}", $"/console/check/{check}/report", Determination(check), "/console/check/history" })
        {
            (await officer.Open(page)).ShouldBe(403, page);
        }
    }

    private string Determination(string check) => $"/console/check/{check}/determination?applicant=0&listing={registry.ListingWithoutNumber}";

    private async Task<string> Asked(string name, string number) => (await registry.Node.Story.Check(name, number))["checkId"]!;
}
