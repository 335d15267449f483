namespace Blacklist.Tests.ConsolePages;

/// <summary>审计 and 限额与暂停: who was shown what, who asks how much, who is paused.</summary>
public sealed class AuditPageTests(AuditPageTests.Limited shared) : IClassFixture<AuditPageTests.Limited>
{
    private const string Audit = "/console/audit";
    private const string Callers = "/console/callers";
    private const string Listed = "张三";

    private RegistryNode Node => shared.Node;

    [Theory]
    [InlineData("zh-CN", "核查", "申请编号")]
    [InlineData("en", "Check", "Application")]
    public async Task An_auditor_finds_what_a_caller_asked_and_opens_one_entry(string language, string kind, string application)
    {
        await Node.Story.Check(Listed, ResidentIds.Zhang);
        await using var auditor = await Node.Visit(ApiClientSamples.Auditor, language);
        await auditor.Open(Audit);
        await auditor.ShouldBeWell();
        await auditor.Fill(("caller", "clerk-150600"), ("kind", "check"));
        await auditor.Page.Locator("form.search button").ClickAsync();
        await auditor.Arrive("kind=check");
        (await auditor.Page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain(kind);
        await auditor.Page.Locator("tbody th a").First.ClickAsync();
        (await auditor.Content()).ShouldSatisfyAllConditions(
            text => text.ShouldContain("clerk-150600"), text => text.ShouldContain(application), text => text.ShouldNotContain(ResidentIds.Zhang));
        await auditor.ShouldBeWell();
    }

    [Fact]
    public async Task Who_looked_up_a_person_is_found_by_the_number_which_stands_in_no_address()
    {
        await Node.Story.Check(Listed, ResidentIds.Zhang);
        await using var auditor = await Node.Visit(ApiClientSamples.Auditor);
        await auditor.Open(Audit + "/persons");
        await auditor.ShouldBeWell();
        await auditor.Fill(("Number", "700000198512310031"));
        await auditor.Page.Locator("main form button").ClickAsync();
        (await auditor.Page.Locator("#Number-wrong").InnerTextAsync()).ShouldNotBeEmpty();
        await auditor.ShouldBeWell();

        await auditor.Fill(("Number", ResidentIds.Zhang));
        await auditor.Page.Locator("main form button").ClickAsync();
        await auditor.Page.Locator("tbody tr").First.WaitForAsync();

        (await auditor.Page.Locator("tbody").InnerTextAsync()).ShouldContain("clerk-150600");
        auditor.Page.Url.ShouldEndWith(Audit + "/persons");
        await auditor.ShouldBeWell();

        await auditor.Fill(("Number", ResidentIds.Of(4711)));
        await auditor.Page.Locator("main form button").First.ClickAsync();
        await auditor.Page.Locator(".empty").WaitForAsync();
    }

    [Theory]
    [InlineData("zh-CN", "与当初的记录一致")]
    [InlineData("en", "It is what was recorded")]
    public async Task The_audit_is_verified_and_reload_verifies_nothing_again(string language, string intact)
    {
        await using var auditor = await Node.Visit(ApiClientSamples.Auditor, language);
        await auditor.Open(Audit + "/verification");
        await auditor.ShouldBeWell();
        await auditor.Page.Locator("main form button").ClickAsync();
        await auditor.Page.Locator(".note.good").WaitForAsync();

        (await auditor.Content()).ShouldContain(intact);
        await auditor.ShouldBeWell();
        (await auditor.Page.ReloadAsync())!.Request.Method.ShouldBe("GET");
    }

    [Theory]
    [InlineData("zh-CN", "已暂停", "管理员决定")]
    [InlineData("en", "Paused", "An administrator decided")]
    public async Task A_caller_is_paused_and_resumed_with_reasons(string language, string paused, string cause)
    {
        await Node.Story.Check("洞庭君", ResidentIds.Of(77));
        await using var administrator = await Node.Visit(ApiClientSamples.Administrator, language);
        await Poll.Until(async () => await administrator.Open(Callers + "/clerk-150600") == 200); // what was asked is told in a few seconds
        await administrator.ShouldBeWell();
        await administrator.Do(Callers + "/clerk-150600/pause", ("reason", "设备遗失"));
        (await administrator.Content()).ShouldSatisfyAllConditions(text => text.ShouldContain(paused), text => text.ShouldContain(cause), text => text.ShouldContain("设备遗失"));
        await administrator.ShouldBeWell();
        await administrator.Open(Callers + "?stage=paused");
        (await administrator.Page.Locator("tr.late").InnerTextAsync()).ShouldContain("clerk-150600");
        await administrator.ShouldBeWell();

        await using var auditor = await Node.Visit(ApiClientSamples.Auditor, language);
        await auditor.Open(Callers + "/clerk-150600");
        (await auditor.Page.Locator("a[href$='/resumption']").CountAsync()).ShouldBe(0);
        await auditor.Page.Locator("a[href*='/console/audit?caller=']").ClickAsync();
        await auditor.Arrive("/console/audit[?]caller=clerk-150600$");

        await administrator.Do(Callers + "/clerk-150600/resumption", ("reason", "已经核实"));
        (await administrator.Page.Locator(".mark.bad").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Others_see_nothing_of_it()
    {
        using var clerk = PageClient.At(Node, ApiClientSamples.Clerk, hasSecondFactor: true);
        foreach (var path in new[] { Audit, Audit + "/persons", Audit + "/verification", $"{Audit}/{Guid.Empty}", Callers, Callers + "/clerk-150600/pause" })
        {
            (await clerk.Get(path)).Status.ShouldBe(403, path);
        }

        using var auditor = PageClient.At(Node, ApiClientSamples.AuditorElsewhere, hasSecondFactor: true);
        foreach (var path in new[] { $"{Audit}/{Guid.Empty}", Callers + "/clerk-150600" })
        {
            (await auditor.Get(path)).Status.ShouldBe(404, path);
        }

        var none = await auditor.Get($"{Audit}?caller=clerk-150600&from=0001-01-01&until=9999-12-31&kind=check");
        (none.Status, none.Text.Contains("<tbody", StringComparison.Ordinal)).ShouldBe((200, false));
        (await auditor.Get(Callers + "/clerk-150600/pause")).Status.ShouldBe(403);
    }

    /// <summary>A registry that counts what its callers ask.</summary>
    public sealed class Limited : IAsyncLifetime
    {
        internal RegistryNode Node { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Node = await RegistryNode.StartLimited();
            await Node.Story.Listed(Listed, ResidentIds.Zhang);
        }

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }
}
