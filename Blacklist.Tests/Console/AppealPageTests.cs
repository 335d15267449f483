using System.Net;
using Blacklist.Tests.Eligibility;

namespace Blacklist.Tests.ConsolePages;

/// <summary>申诉: the counter takes an appeal in, the appeals administrator handles it, on pages.</summary>
public sealed class AppealPageTests(CaseRegistry registry) : IClassFixture<CaseRegistry>
{
    private const string Appeals = "/console/appeals";

    [Theory]
    [InlineData("zh-CN", "须在 2026-11-23 前决定是否受理", "列入记录的状态将是“已撤销”")]
    [InlineData("en", "It must be admitted or rejected by 2026-11-23", "the listing will be “Annulled”")]
    public async Task An_appeal_goes_from_the_counter_to_its_decision(string language, string admitBy, string outcome)
    {
        var listing = await registry.Story.Listed("张申诉", ResidentIds.Of(30 + language.Length));
        await using var counter = await registry.Node.Visit(ApiClientSamples.Clerk, language);
        await counter.Open($"/console/listings/{listing}/appeal");
        await counter.Fill(
            ("kind", "objection"), ("channel", "inPerson"), ("receivedOn", "2026-11-16"), ("document", "异议申请书1号"), ("statement", AppealStory.Words));
        await counter.ShouldBeWell();
        await counter.Check();
        (await counter.Content()).ShouldContain(admitBy);
        await counter.Send();
        var appeal = new Uri(counter.Page.Url).AbsolutePath;

        await using var administrator = await registry.Node.Visit(ApiClientSamples.AppealsAdministrator, language);
        await administrator.Do(appeal + "/admission", ("admittedOn", "2026-11-17"));
        await administrator.Do(appeal + "/assignment");
        await administrator.Do(appeal + "/evidence", ("title", "离任证明"), ("reference", "异议卷第3页"), ("from", "person"), ("receivedOn", "2026-11-18"));
        (await administrator.Content()).ShouldContain(AppealStory.Words);
        await administrator.ShouldBeWell();
        await administrator.Open(appeal + "/decision");
        await administrator.Fill(("remedy", "annul"), ("documentNumber", "鄂民申决字〔2026〕1号"), ("decidedOn", "2026-11-20"), ("reasons", "经核实"));
        await administrator.ShouldBeWell();
        await administrator.Check();
        (await administrator.Content()).ShouldContain(outcome);
        await administrator.Send();
        (await administrator.Open(appeal + "/letters/decision")).ShouldBe(200);
        await administrator.Open($"/console/listings/{listing}");
        await administrator.ShouldBeWell();
    }

    [Fact]
    public async Task A_hearing_is_announced_and_recorded_before_the_decision()
    {
        var appeal = $"{Appeals}/{await registry.Appeals.Assigned(await registry.Story.Listed("李听证", null))}";
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AppealsAdministrator);

        await administrator.Do(appeal + "/hearing", ("heldOn", "2026-12-15"), ("place", "听证室"), ("documentNumber", "鄂民听字〔2026〕1号"));

        (await administrator.Content()).ShouldContain("2026-12-15 听证");
        await administrator.Open(appeal + "/hearing/record");
        await administrator.Fill(("heldOn", "2026-12-15"), ("attended", "true"), ("record", "听证笔录1号"));
        await administrator.Step("check:visible");
        await administrator.Page.Locator("#content [role=alert]").WaitForAsync(); // the day has not come
        await administrator.ShouldBeWell();
    }

    [Fact]
    public async Task An_appeal_is_rejected_or_taken_back()
    {
        var rejected = $"{Appeals}/{await registry.Appeals.Filed(await registry.Story.Listed("王不受", null))}";
        var withdrawn = $"{Appeals}/{await registry.Appeals.Filed(await registry.Story.Listed("赵撤回", null))}";
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AppealsAdministrator);

        await administrator.Do(rejected + "/rejection", ("rejectedOn", "2026-11-17"), ("documentNumber", "鄂民不受字〔2026〕1号"), ("reason", "已作处理"));
        (await administrator.Content()).ShouldContain("下一步：打印不予受理通知书并送达当事人。");
        (await administrator.Open(rejected + "/letters/rejection")).ShouldBe(200);
        await administrator.Do(withdrawn + "/withdrawal", ("withdrawnOn", "2026-11-18"), ("document", "撤回申请书1号"), ("reason", "当事人自愿撤回"));
        (await administrator.Content()).ShouldContain("已撤回");
    }

    [Fact]
    public async Task It_is_assigned_by_name_and_who_took_part_in_the_listing_is_not_offered()
    {
        var listing = await registry.Story.Noticed("钱回避", null, by: registry.Node.As(ApiClientSamples.Everything));
        (await registry.Story.Decide(listing)).ShouldBe(HttpStatusCode.OK);
        var appeal = await registry.Appeals.Admitted(listing);
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AppealsAdministrator);
        await administrator.Open($"{Appeals}/{appeal}/assignment");
        var offered = await administrator.Page.Locator("#f-assignedTo option").AllInnerTextsAsync();

        offered.ShouldContain($"{ApiClientSamples.SecondAppealsAdministrator.Name}（测试单位）");
        offered.ShouldNotContain($"{ApiClientSamples.Everything.Name}（测试单位）", "they proposed the listing");
        offered.ShouldNotContain($"{ApiClientSamples.AppealsElsewhere.Name}（测试单位）");
        (await administrator.Page.InputValueAsync("#f-assignedTo")).ShouldBe(ApiClientSamples.AppealsAdministrator.Id, "most take it themselves");
        await administrator.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "件申诉已经逾期，请立即办理。", "已逾期")]
    [InlineData("en", "appeals are overdue: act now.", "Overdue by")]
    public async Task Nobody_can_overlook_an_overdue_appeal(string language, string warning, string mark)
    {
        var listing = await registry.Story.Listed("孙逾期", null);
        (await registry.Appeals.File(listing, on: "2026-10-12")).Status.ShouldBe(System.Net.HttpStatusCode.Created);
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AppealsAdministrator, language);

        await administrator.Open(Appeals);

        (await administrator.Alert()).ShouldContain(warning);
        (await administrator.Page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain(mark);
        await administrator.ShouldBeWell();
        await administrator.Page.Locator("tbody tr a").First.ClickAsync();
        (await administrator.Page.Locator(".marks .mark.bad").GetAttributeAsync("title"))!.ShouldContain("2026-10-12");
        await administrator.ShouldBeWell();
    }

    [Fact]
    public async Task Pages_are_closed_to_who_may_not_and_empty_of_what_is_elsewhere()
    {
        var appeal = await registry.Appeals.Filed(await registry.Story.Listed("周禁止", null));
        using var clerk = PageClient.At(registry.Node, ApiClientSamples.Clerk, hasSecondFactor: true);
        (await clerk.Get($"{Appeals}/{appeal}")).Status.ShouldBe(200);
        (await clerk.Get($"{Appeals}/{appeal}/admission")).Status.ShouldBe(403);
        using var elsewhere = PageClient.At(registry.Node, ApiClientSamples.AppealsElsewhere, hasSecondFactor: true);
        (await elsewhere.Get($"{Appeals}/{appeal}")).Status.ShouldBe(404);
        (await elsewhere.Get($"{Appeals}/{appeal}/admission")).Status.ShouldBe(404);
    }
}

/// <summary>影响通知 and 重新审查, by the clerk whose answers changed.</summary>
public sealed class NoticePageTests(CaseRegistry registry) : IClassFixture<CaseRegistry>
{
    [Theory]
    [InlineData("zh-CN", "受限", "已经确认")]
    [InlineData("en", "Restricted", "It is acknowledged")]
    public async Task A_clerk_acknowledges_what_changed_and_records_what_examining_again_came_to(string language, string verdict, string done)
    {
        var number = ResidentIds.Of(60 + language.Length);
        var listing = await registry.Story.Listed("吴后知", number);
        (await registry.Story.Check("吴后知", number)).Verdict().ShouldBe("restricted");
        await registry.Story.Annul(listing);
        await EffectsTurns.Finish(registry.Node);
        await using var clerk = await registry.Node.Visit(ApiClientSamples.Clerk, language);

        await clerk.Open("/console/notices");
        await clerk.ShouldBeWell();
        await clerk.Page.Locator("tbody tr a").First.ClickAsync();
        (await clerk.Content()).ShouldContain(verdict);
        await clerk.ShouldBeWell();
        await clerk.Do(new Uri(clerk.Page.Url).AbsolutePath + "/acknowledgement", ("remark", "已通知经办窗口复核"));
        (await clerk.Content()).ShouldContain(done);
        (await clerk.Open("/console/notices?stage=acknowledged")).ShouldBe(200);
        await clerk.ShouldBeWell();

        await clerk.Open("/console/reexaminations");
        await clerk.ShouldBeWell();
        await clerk.Page.Locator("tbody a[href$='/completion']").First.ClickAsync();
        await clerk.Fill(("outcome", "refusalWithdrawn"), ("reason", "列入已撤销，准予登记"));
        await clerk.ShouldBeWell();
        await clerk.Check();
        await clerk.Send();
        (await clerk.Open("/console/reexaminations?stage=completed")).ShouldBe(200);
        await clerk.ShouldBeWell();

        await using var other = await registry.Node.Visit(ApiClientSamples.ClerkOfNation);
        (await other.Open("/console/notices/" + Guid.NewGuid())).ShouldBe(404);
        await using var officer = await registry.Node.Visit(ApiClientSamples.Officer);
        (await officer.Open("/console/notices")).ShouldBe(403);
        (await officer.Open("/console/reexaminations")).ShouldBe(403);
    }
}
