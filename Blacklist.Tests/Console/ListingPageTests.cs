namespace Blacklist.Tests.ConsolePages;

/// <summary>列入记录: officers and approvers bring a listing from the proposal to its end, on pages.</summary>
public sealed class ListingPageTests(CaseRegistry registry) : IClassFixture<CaseRegistry>
{
    private const string Listings = "/console/listings";

    [Theory]
    [InlineData("zh-CN", "当事人可以陈述申辩至 2026-03-16", "此人的资格核查将答复“受限”", "下一步：打印决定书并送达当事人")]
    [InlineData("en", "The person may answer until 2026-03-16", "checks of this person answer restricted", "Next: print and serve the decision")]
    public async Task An_officer_proposes_and_serves_and_an_approver_decides(string language, string until, string effect, string next)
    {
        var organization = await registry.Story.RecordOrganization();
        await registry.Story.Ban(organization, Story.APerson("丙某某", ResidentIds.Of(language.Length)));
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer, language);
        await officer.Open($"/console/organizations/{organization}");
        await officer.Page.Locator("tbody a[href$='/listing']").ClickAsync();
        await officer.Fill(
            ("facts", "决定书载明其为负责人"), ("grounds", "系直接责任人"), ("evidence[0].title", "现场检查笔录"), ("evidence[0].reference", "卷一第12页"),
            ("intendedRules", "erdos-2018-4-2"));
        await officer.ShouldBeWell();
        await officer.Check();
        await officer.ShouldBeWell();
        await officer.Send();
        await officer.ShouldBeWell();
        var listing = new Uri(officer.Page.Url).AbsolutePath;

        await officer.Open(listing + "/notice");
        await officer.Fill(("servedOn", "2026-03-09"), ("method", "direct"), ("proof", "送达回证1号"));
        await officer.Check();
        (await officer.Content()).ShouldContain(until);
        await officer.Send();
        await officer.Do(listing + "/statement", ("kind", "waived"), ("receivedOn", "2026-03-10"), ("document", "放弃声明1号"));

        await using var approver = await registry.Node.Visit(ApiClientSamples.Approver, language);
        await approver.Open(listing + "/decision");
        await approver.Fill(("decision", "enter"), ("documentNumber", "鄂民列字〔2026〕1号"), ("decidedOn", "2026-03-11"), ("reasons", "事实清楚"));
        await approver.ShouldBeWell();
        await approver.Check();
        (await approver.Content()).ShouldContain(effect);
        await approver.Send();
        (await approver.Content()).ShouldContain(next);
        await approver.ShouldBeWell();
    }

    [Fact]
    public async Task A_notice_is_served_and_a_decision_made_with_the_keyboard_alone()
    {
        var listing = $"{Listings}/{await registry.Story.Proposed("子某某", null)}";
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open(listing);
        await officer.TabTo("main a[href$='/notice']");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Locator("[name=servedOn]").WaitForAsync();
        await officer.TabTo("[name=servedOn]");
        await officer.Page.Keyboard.TypeAsync("03092026"); // as this browser writes days
        await officer.TabTo("[name=method]");
        await officer.Page.Keyboard.PressAsync("Space");
        await officer.TabTo("[name=proof]");
        await officer.Page.Keyboard.TypeAsync("送达回证1号");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Locator("button[value=send]").WaitForAsync();
        (await officer.Content()).ShouldContain("2026-03-09");
        await officer.TabTo("button[value=send]");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.Locator(".note.done").WaitForAsync();

        await using var approver = await registry.Node.Visit(ApiClientSamples.Approver);
        await approver.Open(listing);
        await approver.TabTo("main a[href$='/decision']");
        await approver.Page.Keyboard.PressAsync("Enter");
        await approver.Page.Locator("[name=documentNumber]").WaitForAsync();
        await approver.TabTo("[name=decision]");
        await approver.Page.Keyboard.PressAsync("Space");
        await approver.TabTo("[name=documentNumber]");
        await approver.Page.Keyboard.TypeAsync("鄂民列字〔2026〕2号");
        await approver.TabTo("[name=decidedOn]");
        await approver.Page.Keyboard.TypeAsync("03172026");
        await approver.TabTo("[name=reasons]");
        await approver.Page.Keyboard.TypeAsync("事实清楚");
        await approver.TabTo(".actions button[value=check]");
        await approver.Page.Keyboard.PressAsync("Enter");
        await approver.Page.Locator("button[value=send]").WaitForAsync();
        await approver.TabTo("button[value=send]");
        await approver.Page.Keyboard.PressAsync("Enter");
        await approver.Page.Locator(".note.done").WaitForAsync();
    }

    [Fact]
    public async Task Who_proposed_sees_why_somebody_else_decides()
    {
        var listing = await registry.Story.Noticed("丁某某", null, by: registry.Node.As(ApiClientSamples.Both));
        await using var both = await registry.Node.Visit(ApiClientSamples.Both);

        await both.Open($"{Listings}/{listing}");

        (await both.Content()).ShouldContain("提出列入建议的人员不得自行决定，请由另一名人员审批。");
        (await both.Page.Locator("a[href$='/decision']").CountAsync()).ShouldBe(0);
        await both.Open($"{Listings}/{listing}/decision");
        await both.Fill(("decision", "enter"), ("documentNumber", "1号"), ("decidedOn", "2026-03-17"), ("reasons", "事实清楚"));
        await both.Step("check:visible");
        await both.Page.Locator("#content [role=alert]").WaitForAsync();
        (await both.Alert()).ShouldContain("提出列入建议的人员不得自行决定，请由另一名人员审批。");
        await both.ShouldBeWell();
    }

    [Fact]
    public async Task A_notice_that_was_refused_is_served_by_lien()
    {
        var listing = await registry.Story.Proposed("戊某某", null);
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);

        await officer.Do($"{Listings}/{listing}/service-attempts", ("attemptedOn", "2026-03-06"), ("failure", "refused"), ("proof", "情况说明1号"));
        await officer.Do($"{Listings}/{listing}/notice", ("servedOn", "2026-03-09"), ("method", "lien"), ("proof", "送达回证2号"));

        (await officer.Content()).ShouldContain("留置送达");
        await officer.Page.Locator("details summary").First.ClickAsync();
        (await officer.Content()).ShouldContain("自 2026-03-09 的次日起算 5 个工作日；不计入：2026-03-14 休息日、2026-03-15 休息日");
    }

    [Fact]
    public async Task A_listing_in_force_is_suspended_resumed_varied_waived_and_repaired()
    {
        var listing = $"{Listings}/{await registry.Story.Listed("己某某", ResidentIds.Of(20))}";
        await using var approver = await registry.Node.Visit(ApiClientSamples.Approver);
        (string, string)[] why = [("documentNumber", "鄂民变字〔2026〕1号"), ("reason", "复核")];

        await approver.Do(listing + "/suspension", [("from", "2026-11-01"), .. why]);
        await approver.Do(listing + "/suspension/end", [("resumedOn", "2026-11-10"), .. why]);
        await approver.Do(listing + "/variation", [("effectiveOn", "2026-11-11"), ("endsOn", "2028-11-15"), ("positions", "personInCharge"), .. why]);
        await approver.Do(listing + "/waiver", [("organizations", "东胜区老年书画协会\n东胜区楹联协会"), ("from", "2026-11-11"), .. why]);
        await approver.Page.Locator("a[href$='/withdrawal']").ClickAsync();
        (await approver.Content()).ShouldContain("东胜区老年书画协会、东胜区楹联协会");
        await approver.Fill([("withdrawnOn", "2026-11-20"), .. why]);
        await approver.Check();
        await approver.Send();
        await approver.Do(listing + "/repair", [("repairedOn", "2026-11-20"), .. why]);

        (await approver.Content()).ShouldContain("已修复");
        (await approver.Page.Locator(".timeline h3").AllInnerTextsAsync()).Take(6)
            .ShouldBe(["信用修复", "收回豁免", "豁免", "变更", "恢复效力", "中止效力"]);
        await approver.ShouldBeWell();
    }

    [Fact]
    public async Task A_listing_is_annulled_and_its_letters_are_printed()
    {
        var listing = $"{Listings}/{await registry.Story.Listed("庚某某", null)}";
        await using var approver = await registry.Node.Visit(ApiClientSamples.Approver);
        await approver.Do(listing + "/annulment", ("documentNumber", "鄂民撤字〔2026〕1号"), ("annulledOn", "2026-06-01"), ("reason", "认定有误"));

        (await approver.Open(listing + "/letters/notice")).ShouldBe(200);
        (await approver.Page.Locator("body").InnerTextAsync()).ShouldContain("庚某某");
        (await approver.Open(listing + "/letters/decision")).ShouldBe(200);
        (await approver.Open(listing + "/letters/repair")).ShouldBe(409);
    }

    [Fact]
    public async Task A_document_completes_an_entry_and_two_entries_can_be_one_person()
    {
        var first = await registry.Story.Listed("辛某某", null);
        var second = await registry.Story.Listed("辛某某", ResidentIds.Of(21));
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        await officer.Open($"{Listings}/{first}");
        (await officer.Content()).ShouldContain("待补充证件号码");

        await officer.Do($"{Listings}/{first}/identities", ("kind", "furtherDocument"), ("name", "辛某某"), ("reason", "户籍档案"), ("documents[0].number", ResidentIds.Of(22)));
        (await officer.Content()).ShouldNotContain("待补充证件号码");
        (await officer.Content()).ShouldNotContain(ResidentIds.Of(22));
        await officer.Open($"{Listings}/{second}");
        var number = (await officer.Page.Locator("h1 .number").InnerTextAsync()).Trim();

        await officer.Do($"{Listings}/{first}/same-person", ("listingId", number), ("reason", "照片一致"));

        (await officer.Page.Locator(".timeline h3").First.InnerTextAsync()).ShouldContain("关联证件或姓名");
        await officer.ShouldBeWell();
        await officer.Page.Locator("a[href$='/removal']").First.ClickAsync();
        await officer.Fill(("reason", "经核对为他人证件"));
        await officer.Check();
        await officer.Send();
        (await officer.Page.Locator(".timeline h3").First.InnerTextAsync()).ShouldContain("解除关联");
    }

    [Fact]
    public async Task A_page_shows_the_corrected_number_and_splits_what_was_joined_from_the_other_entry()
    {
        var (wrong, right) = (ResidentIds.Of(23), ResidentIds.Of(24));
        var first = await registry.Story.Listed("壬某某", wrong);
        var second = await registry.Story.Listed("壬某某", ResidentIds.Of(25));
        await registry.Story.Link(first, "correctedNumber", "壬某某", IdentitySteps.ADocument(right));
        await registry.Story.Merge(first, second);
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);

        await officer.Open($"{Listings}/{first}");
        var facts = await officer.Page.Locator("dl.facts").First.InnerTextAsync();
        facts.ShouldContain(right[^4..]);
        facts.ShouldNotContain(wrong[^4..]);

        await officer.Open($"{Listings}/{second}");
        await officer.Page.Locator("a[href$='/removal']").ClickAsync();
        await officer.Fill(("reason", "经核对为两人"));
        await officer.Check();
        await officer.Send();
        (await officer.Page.Locator("a[href$='/removal']").CountAsync()).ShouldBe(0);
        await officer.Open($"{Listings}/{first}");
        (await officer.Page.Locator("a[href$='/removal']").CountAsync()).ShouldBe(1, "the correction stays");
    }

    [Theory]
    [InlineData("zh-CN", "可以决定")]
    [InlineData("en", "Ready to be decided")]
    public async Task The_work_list_shows_a_stage_with_what_is_ready_and_finds_a_number(string language, string ready)
    {
        var listing = await registry.Story.Noticed("壬某某", null);
        await using var approver = await registry.Node.Visit(ApiClientSamples.Approver, language);

        await approver.Open(Listings);
        var row = approver.Page.Locator($"tr:has(a[href='{Listings}/{listing}'])");
        (await row.InnerTextAsync()).ShouldContain(ready);
        await approver.ShouldBeWell();
        var number = (await row.Locator("a").InnerTextAsync()).Trim();

        await approver.Fill(("number", number));
        await approver.Page.Locator("form.search button").ClickAsync();
        await approver.Arrive($"/{listing}$");
        await approver.Open(Listings + "?number=150602-2026-999999");
        await approver.ShouldBeWell();
        (await approver.Open(Listings + "?stage=lapsed")).ShouldBe(200);
        await approver.ShouldBeWell();
    }

    [Fact]
    public async Task The_persons_page_has_checks_and_readers_in_the_one_timeline_for_those_who_may_see_them()
    {
        var number = ResidentIds.Of(81);
        var listing = await registry.Story.Listed("尚一览", number);
        (await registry.Story.Check("尚一览", number)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await registry.Appeals.Filed(listing);
        using var appeals = PageClient.At(registry.Node, ApiClientSamples.AppealsAdministrator);
        using var officer = PageClient.At(registry.Node, ApiClientSamples.Officer);
        (await officer.Get($"{Listings}/{listing}")).Text.ShouldNotContain("查阅案卷");

        var page = (await appeals.Get($"{Listings}/{listing}")).Text;

        string[] happened = ["收到申诉", "决定列入", "告知书送达", "资格核查", "150600-2026-S-0012", "查阅案卷", ApiClientSamples.Officer.Name];
        happened.Where(what => !page.Contains(what, StringComparison.Ordinal)).ShouldBeEmpty(page);
        page.ShouldNotContain(number);
    }

    [Fact]
    public async Task Pages_are_closed_to_who_may_not_and_empty_of_what_is_elsewhere()
    {
        var listing = await registry.Story.Proposed("癸某某", null);
        foreach (var (who, path, status) in new[]
                 {
                     (ApiClientSamples.Clerk, $"{Listings}/{listing}", 200), (ApiClientSamples.Clerk, $"{Listings}/{listing}/notice", 403),
                     (ApiClientSamples.Clerk, $"{Listings}/{listing}/decision", 403), (ApiClientSamples.Partner, Listings, 403),
                     (ApiClientSamples.ClerkElsewhere, $"{Listings}/{listing}", 404), (ApiClientSamples.Officer, $"{Listings}/{Guid.NewGuid()}/notice", 404),
                 })
        {
            using var reader = PageClient.At(registry.Node, who, hasSecondFactor: true);
            (await reader.Get(path)).Status.ShouldBe(status, $"{who.Id} {path}");
        }
    }
}
