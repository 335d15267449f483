using System.Net;

namespace Blacklist.Tests.ConsolePages;

/// <summary>被取缔组织, as officers record them and as everybody who may reads them.</summary>
public sealed class OrganizationPageTests(CaseRegistry registry) : IClassFixture<CaseRegistry>
{
    private const string Organizations = "/console/organizations";

    [Theory]
    [InlineData("zh-CN", "只有姓名的记录，实测每 1,000 名陌生申请人会有 82 名被转人工核实。", "待补充证件号码")]
    [InlineData("en", "Entries with the name only send 82 of 1,000 strangers to review", "Number missing")]
    public async Task An_officer_records_an_organization_and_a_ban_and_is_told_what_a_name_alone_costs(string language, string burden, string mark)
    {
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer, language);
        await officer.Open(Organizations + "/record");
        await officer.ShouldBeWell();
        await officer.Fill(("name", "演示非法研究会"), ("region", "150602"), ("unlawfulKind", "unregistered"));
        await officer.Check();
        await officer.ShouldBeWell();
        await officer.Send();
        (await officer.Heading()).ShouldBe("演示非法研究会");
        await officer.ShouldBeWell();

        await officer.Page.Locator(".head a.btn-primary").ClickAsync();
        await officer.Fill(
            ("kind", "banned"), ("documentNumber", "鄂民取字〔2026〕9号"), ("decidedOn", "2026-03-02"), ("authority", "鄂尔多斯市民政局"),
            ("responsiblePersons[0].name", "甲某某"), ("responsiblePersons[0].part", "personInCharge"),
            ("responsiblePersons[0].documents[0].number", ResidentIds.Of(1)));
        await officer.Step("add responsiblePersons");
        await officer.Fill(("responsiblePersons[1].name", "乙某某"), ("responsiblePersons[1].part", "founder"));
        await officer.ShouldBeWell();
        await officer.Check();
        (await officer.Content()).ShouldContain(burden);
        await officer.ShouldBeWell();
        await officer.Send();

        var persons = officer.Page.Locator("tbody tr");
        (await persons.Nth(0).InnerTextAsync()).ShouldNotContain(mark);
        (await persons.Nth(1).InnerTextAsync()).ShouldContain(mark);
        (await persons.Nth(1).InnerTextAsync()).ShouldContain(burden);
        await officer.ShouldBeWell();
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open(Organizations + "/record");
        await officer.Fill(("name", "某某联谊会"), ("creditCode", "1"));

        await officer.Step("check:visible");
        await officer.Page.Locator("#content [role=alert]").WaitForAsync();

        (await officer.Alert()).ShouldContain("作出决定的机关所在地区 请填写。");
        (await officer.Page.Locator("[name=region]").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        (await officer.Page.Locator("[name=name]").InputValueAsync()).ShouldBe("某某联谊会");
        await officer.ShouldBeWell();
    }

    [Fact]
    public async Task A_double_click_a_reload_and_the_way_back_record_one_decision()
    {
        var organization = await registry.Story.RecordOrganization();
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open($"{Organizations}/{organization}/disposition");
        await officer.Fill(("kind", "persuadedToDisband"), ("documentNumber", "鄂民劝字〔2026〕1号"), ("decidedOn", "2026-03-02"), ("authority", "鄂尔多斯市民政局"));
        await officer.Check();

        await Visitor.ClickTwice(officer.Page.Locator("button[value=send]"));
        await officer.Page.Locator(".note.done").WaitForAsync();
        await officer.Page.ReloadAsync();

        (await officer.Page.Locator(".timeline h3", new() { HasText = "记录决定" }).CountAsync()).ShouldBe(1);
        await officer.Page.GoBackAsync();
        await officer.Page.Locator(".actions button[value=check]").WaitForAsync();
        await officer.Open($"{Organizations}/{organization}");
        (await officer.Page.Locator(".timeline h3", new() { HasText = "记录决定" }).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_decision_is_published_changed_withdrawn_and_annulled()
    {
        var organization = await registry.Story.RecordOrganization();
        var decision = (await registry.Story.Dispose(organization, Story.ABan()))["dispositionId"]!;
        var address = $"{Organizations}/{organization}/dispositions/{decision}";
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);

        await officer.Do(address + "/publication", ("documentNumber", "鄂民告〔2026〕9号"), ("publishedOn", "2026-03-09"));
        await officer.Do(address + "/withdrawal-demand", ("documentNumber", "鄂民变字〔2026〕9号"), ("changedOn", "2026-06-01"), ("reason", "名称有误"));
        (await officer.Content()).ShouldContain("须撤回公开，须在 2026-06-04 前撤回");
        await officer.Do(address + "/withdrawal", ("withdrawnOn", "2026-06-03"), ("reasons", "名称有误"));
        await officer.Do(address + "/annulment", ("documentNumber", "鄂行复〔2026〕9号"), ("annulledOn", "2026-06-05"), ("reason", "复议撤销"));

        (await officer.Content()).ShouldContain("已于 2026-06-05 被撤销");
        await officer.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "附件已存入", "不属于其中任何一种")]
    [InlineData("en", "The paper is in the file", "is none of them")]
    public async Task A_scan_is_attached_and_downloaded_and_what_is_none_is_refused(string language, string done, string refused)
    {
        var organization = await registry.Story.RecordOrganization();
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer, language);
        await officer.Open($"{Organizations}/{organization}");
        await officer.Page.Locator("a[href$='/papers/attach']").ClickAsync();
        await officer.Page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "scan.pdf", MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await officer.Page.Locator("form.panel button").ClickAsync();
        await officer.Page.Locator("#content [role=alert]").WaitForAsync();
        (await officer.Alert()).ShouldContain(refused);
        await officer.ShouldBeWell();

        await officer.Fill(("kind", "record"));
        await officer.Page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "scan.pdf", MimeType = "application/pdf", Buffer = Scans.Pdf(language) });
        await officer.Page.Locator("form.panel button").DblClickAsync();
        await officer.Page.Locator(".note.done").WaitForAsync();

        (await officer.Content()).ShouldContain(done);
        var link = officer.Page.Locator("a[href*='/papers/']").Nth(1);
        var download = await officer.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        (await File.ReadAllBytesAsync(await download.PathAsync())).ShouldBe(Scans.Pdf(language));
        await officer.ShouldBeWell();
    }

    [Fact]
    public async Task Who_was_slower_sees_what_the_other_did_and_overwrites_nothing()
    {
        var organization = await registry.Story.RecordOrganization();
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open($"{Organizations}/{organization}/disposition");
        await registry.Story.Dispose(organization, Story.ABan());
        await officer.Fill(("kind", "persuadedToDisband"), ("documentNumber", "鄂民劝字〔2026〕2号"), ("decidedOn", "2026-03-02"), ("authority", "鄂尔多斯市民政局"));

        await officer.Step("check:visible");
        await officer.Page.Locator("#content [role=alert]").WaitForAsync();

        (await officer.Alert()).ShouldContain("鄂民取字〔2026〕1号");
        (await officer.Page.Locator("[name=documentNumber]").InputValueAsync()).ShouldBe("鄂民劝字〔2026〕2号");
        await officer.ShouldBeWell();
        await officer.Check();
        await officer.Send();
    }

    [Fact]
    public async Task What_the_state_does_not_allow_is_refused_in_the_words_of_the_API()
    {
        var organization = await registry.Story.RecordOrganization();
        await registry.Story.Dispose(organization, Story.ABan());
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open($"{Organizations}/{organization}/disposition");
        await officer.Fill(("kind", "banned"), ("documentNumber", "鄂民取字〔2026〕1号"), ("decidedOn", "2026-03-02"), ("authority", "鄂尔多斯市民政局"));

        await officer.Step("check:visible");
        await officer.Page.Locator("#content [role=alert]").WaitForAsync();

        (await officer.Alert()).ShouldContain("该组织已有使用同一文号的另一项决定。");
        await officer.ShouldBeWell();
    }

    [Fact]
    public async Task A_session_that_ended_takes_nothing_typed_with_it()
    {
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open(Organizations + "/record");
        await officer.Fill(("name", "某某促进会"));
        await officer.ForgetCookies();

        await officer.Step("check:visible");
        await officer.Page.Locator("#session-over[open]").WaitForAsync();

        (await officer.Page.Locator("[name=name]").InputValueAsync()).ShouldBe("某某促进会");
        await officer.ShouldHaveNoAxeViolations();
    }

    [Fact]
    public async Task Without_script_the_whole_task_works_too()
    {
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer, withScript: false);

        await officer.Do(Organizations + "/record", ("name", "无脚本研究会"), ("region", "150602"), ("unlawfulKind", "offshore"));

        (await officer.Heading()).ShouldBe("无脚本研究会");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_list_is_narrowed_by_name_and_region_and_keeps_that_in_its_address(string language)
    {
        var name = "独一无二诗社" + language;
        (await registry.Story.Officer.Post(Story.Organizations, Story.AnOrganization(name, "150621"))).ShouldBe(HttpStatusCode.Created);
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer, language);
        await officer.Open(Organizations);

        await officer.Fill(("query", name), ("region", "150621"));
        await officer.Page.Locator("form.search button").ClickAsync();
        await officer.Arrive("query=");

        (await officer.Page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        await officer.Page.ReloadAsync();
        (await officer.Page.Locator("[name=query]").InputValueAsync()).ShouldBe(name);
        await officer.ShouldBeWell();
    }

    [Fact]
    public async Task Pages_are_closed_to_who_may_not_and_empty_of_what_is_elsewhere()
    {
        var organization = await registry.Story.RecordOrganization();
        await using var clerk = await registry.Node.Visit(ApiClientSamples.Clerk);
        (await clerk.Open(Organizations + "/record")).ShouldBe(403);
        await clerk.ShouldBeWell();
        (await clerk.Open($"{Organizations}/{organization}")).ShouldBe(200);
        await using var elsewhere = await registry.Node.Visit(ApiClientSamples.ClerkElsewhere);
        (await elsewhere.Open($"{Organizations}/{organization}")).ShouldBe(404);
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        (await officer.Open($"{Organizations}/{Guid.NewGuid()}/disposition")).ShouldBe(404);
        (await officer.Open($"{Organizations}/{organization}/dispositions/{Guid.NewGuid()}/annulment")).ShouldBe(404);
        await officer.ShouldBeWell();
    }
}
