using Blacklist.Tests.Eligibility.Files;
using Microsoft.Playwright;

namespace Blacklist.Tests.ConsolePages;

/// <summary>资格核查 in a real browser: typing, pasting, wrong input, what is sent twice, what is kept.</summary>
public sealed class CheckPageTests(ConsoleRegistry registry) : IClassFixture<ConsoleRegistry>
{
    private const string Check = "/console/check";
    private const string Organization = "鄂尔多斯市登山协会";

    [Theory]
    [InlineData("zh-CN", "资格核查", "受限")]
    [InlineData("en", "Eligibility check", "Restricted")]
    public async Task A_clerk_types_one_applicant_and_reads_why(string language, string heading, string verdict)
    {
        await using var clerk = await registry.As("registrationClerk", language);
        (await clerk.Open(Check)).ShouldBe(200);
        (await clerk.Heading()).ShouldBe(heading);
        await clerk.ShouldBeWell();

        await FillHead(clerk);
        await Cell(clerk, "name").FocusAsync();
        await clerk.Page.Keyboard.TypeAsync(ConsoleRegistry.Listed);
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Keyboard.TypeAsync(ResidentIds.Zhang);
        await Ask(clerk);

        var row = await clerk.Page.Locator("tbody tr").First.InnerTextAsync();
        row.ShouldContain(verdict);
        row.ShouldContain("2031-03-02");
        row.ShouldContain("**************003X");
        (await clerk.Page.ContentAsync()).ShouldNotContain(ResidentIds.Zhang);
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task Ten_applicants_are_pasted_and_asked_by_six_keys()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        var rows = Enumerable.Range(1, 9).Select(index => $"{index}\t李建{(char)('国' + index)}\t理事\t{ResidentIds.Of(index)}")
            .Append($"10\t{ConsoleRegistry.Listed}\t会长\t{ResidentIds.Zhang}");

        await clerk.Page.Keyboard.TypeAsync("150600-2026-S-0013");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Keyboard.TypeAsync(Organization);
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Paste(string.Join('\n', rows));
        (await clerk.Page.Locator("#told").InnerTextAsync()).ShouldContain("10");
        await Ask(clerk);

        (await clerk.Page.Locator("tbody tr").CountAsync()).ShouldBe(10);
        var last = await clerk.Page.Locator("tbody tr").Nth(9).InnerTextAsync();
        last.ShouldContain("受限");
        last.ShouldContain("负责人");
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task Rows_with_headings_in_any_order_come_from_a_file_too()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        var csv = $"证件号码,姓名,性别,职务\r\n'{ResidentIds.Of(21)},王小明,男,监事\r\n{ResidentIds.Of(22)},\"赵, 大勇\",,发起人\r\n";

        await clerk.Page.SetInputFilesAsync("#sheet", new FilePayload { Name = "applicants.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });

        await Assertions.Expect(clerk.Page.Locator("#told")).ToContainTextAsync("2");
        (await Cell(clerk, "name").InputValueAsync()).ShouldBe("王小明");
        (await Cell(clerk, "number").InputValueAsync()).ShouldBe(ResidentIds.Of(21));
        (await Cell(clerk, "position").InputValueAsync()).ShouldBe("supervisor");
        (await Cell(clerk, "sex").InputValueAsync()).ShouldBe("male");
        (await Cell(clerk, "name", row: 1).InputValueAsync()).ShouldBe("赵, 大勇");
    }

    [Fact]
    public async Task A_workbook_fills_the_table_and_what_is_none_is_said_so()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);

        await clerk.Page.SetInputFilesAsync("#sheet", new FilePayload { Name = "applicants.xlsx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });
        await Assertions.Expect(clerk.Page.Locator("#told")).ToContainTextAsync("没有读到人员");
        await clerk.Page.SetInputFilesAsync("#sheet", new FilePayload
        {
            Name = "applicants.xlsx",
            MimeType = "application/octet-stream",
            Buffer = ApplicantRows.Workbook([["姓名", "证件号码"], ["王小明", ResidentIds.Of(23)]]),
        });

        await Assertions.Expect(clerk.Page.Locator("#told")).ToContainTextAsync("1");
        (await Cell(clerk, "name").InputValueAsync()).ShouldBe("王小明");
        (await Cell(clerk, "number").InputValueAsync()).ShouldBe(ResidentIds.Of(23));
    }

    [Theory]
    [InlineData("700000198512310031", "校验码不符")]
    [InlineData("700000198513310038", "出生日期不存在")]
    public async Task A_wrong_number_is_told_as_it_is_typed_and_judged_by_the_registry(string number, string said)
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        await FillHead(clerk);
        await Cell(clerk, "name").FillAsync("李四");
        await Cell(clerk, "number").FillAsync(number);
        (await clerk.Page.Locator("#grid .wrong:not(:empty)").InnerTextAsync()).ShouldContain(said);

        await Ask(clerk);

        await Assertions.Expect(clerk.Page.Locator("[role=alert]")).ToContainTextAsync("1");
        (await clerk.Page.Locator("#grid .wrong:not(:empty)").CountAsync()).ShouldBe(1);
        (await Cell(clerk, "number").InputValueAsync()).ShouldBe(number);
        (await clerk.Field("社会组织名称").InputValueAsync()).ShouldBe(Organization);
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task Sent_twice_it_is_one_check_and_changed_after_going_back_it_is_another()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        await FillHead(clerk, "双击-1");
        await Cell(clerk, "name").FillAsync("李四");
        await Visitor.ClickTwice(clerk.Button("提出核查"));
        await clerk.Arrive("/console/check/[0-9a-f-]{36}");
        var first = IdOf(clerk);

        await clerk.Page.GoBackAsync();
        await FillHead(clerk, "双击-1");
        await Cell(clerk, "name").FillAsync("王五");
        await Ask(clerk);

        IdOf(clerk).ShouldNotBe(first);
        await clerk.Open(Check + "/history?reference=双击-1");
        (await clerk.Page.Locator("tbody tr").CountAsync()).ShouldBe(2);
        await clerk.ShouldBeWell();
    }

    [Fact]
    public async Task What_was_typed_outlives_a_reload_and_an_ended_session_and_no_sign_out()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        await Cell(clerk, "name").FillAsync(ConsoleRegistry.Listed);
        await Cell(clerk, "number").FillAsync(ResidentIds.Zhang);

        await clerk.Page.ReloadAsync();
        (await Cell(clerk, "number").InputValueAsync()).ShouldBe(ResidentIds.Zhang);

        await FillHead(clerk);
        await clerk.ForgetCookies();
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync("需要登录");
        await clerk.ShouldBeWell();

        await registry.SignIn(clerk, "registrationClerk");
        await clerk.Open(Check);
        (await Cell(clerk, "number").InputValueAsync()).ShouldBe(ResidentIds.Zhang);
        await Ask(clerk);
        (await clerk.Text()).ShouldContain("受限");
        (await Kept(clerk)).ShouldNotContain(ResidentIds.Zhang);
    }

    [Fact]
    public async Task Who_signs_in_next_finds_nothing_of_the_one_before()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        await Cell(clerk, "number").FillAsync(ResidentIds.Zhang);
        (await Kept(clerk)).ShouldContain(ResidentIds.Zhang);

        await clerk.ForgetCookies();
        await registry.SignIn(clerk, "registrationClerk", "500000");
        await clerk.Open(Check);

        (await Kept(clerk)).ShouldNotContain(ResidentIds.Zhang);
        (await Cell(clerk, "number").InputValueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_out_leaves_no_number_in_the_browser()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open("/console/account");
        await clerk.Page.EvaluateAsync("number => sessionStorage.setItem('draft.check', JSON.stringify({ number, rows: [number] }))", ResidentIds.Zhang);

        await clerk.Button("退出登录").ClickAsync();
        await clerk.Arrive("/sign-in");

        (await Kept(clerk)).ShouldNotContain(ResidentIds.Zhang);
    }

    [Theory]
    [InlineData("zh-CN", "您没有此项权限")]
    [InlineData("en", "You may not do this")]
    public async Task Who_may_not_ask_is_told_so(string language, string heading)
    {
        await using var approver = await registry.As("approver", language);

        (await approver.Open(Check)).ShouldBe(403);

        (await approver.Heading()).ShouldBe(heading);
        await approver.ShouldBeWell();
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_sent_to_do_so_and_comes_back()
    {
        await using var nobody = await Visitor.At(registry.Url);

        await nobody.Open(Check);

        nobody.Page.Url.ShouldContain("/console/account/sign-in");
        nobody.Page.Url.ShouldContain(Uri.EscapeDataString(Check));
    }

    [Fact]
    public async Task Another_region_is_refused_with_everything_typed_still_there()
    {
        await using var clerk = await registry.As("registrationClerk");
        await clerk.Open(Check);
        await FillHead(clerk);
        await clerk.Field("登记地行政区划代码").FillAsync("500103");
        await Cell(clerk, "name").FillAsync("李四");

        await Ask(clerk);

        await Assertions.Expect(clerk.Page.Locator("[role=alert]")).ToContainTextAsync("不能就这个地区");
        (await Cell(clerk, "name").InputValueAsync()).ShouldBe("李四");
    }

    [Fact]
    public async Task Without_script_a_check_is_asked_all_the_same()
    {
        await using var clerk = await registry.As("registrationClerk", withScript: false);
        await clerk.Open(Check);
        await FillHead(clerk);
        await Cell(clerk, "name").FillAsync(ConsoleRegistry.Listed);
        await Cell(clerk, "number").FillAsync(ResidentIds.Zhang);
        await clerk.Button("提出核查").ClickAsync();

        (await clerk.Text()).ShouldContain("受限");
    }

    private static ILocator Cell(Visitor clerk, string field, int row = 0) => clerk.Page.Locator($"#grid tbody [name={field}]").Nth(row);

    private static async Task FillHead(Visitor clerk, string reference = "150600-2026-S-0012")
    {
        await clerk.Page.FillAsync("#applicationReference", reference);
        await clerk.Page.FillAsync("#organizationName", Organization);
    }

    private static async Task Ask(Visitor clerk)
    {
        await clerk.Page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(clerk.Page.Locator("html[data-before]")).ToHaveCountAsync(0);
    }

    private static string IdOf(Visitor clerk) => new Uri(clerk.Page.Url).Segments[^1];

    private static Task<string> Kept(Visitor clerk) => clerk.Page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage })");
}
