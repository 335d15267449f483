using Blacklist.Tests.Eligibility.Files;
using static Blacklist.Tests.Eligibility.Files.ApplicantRows;

namespace Blacklist.Tests.ConsolePages;

/// <summary>Overview, files and system, as those who may see them meet them.</summary>
public sealed class AdministrationPageTests(AdministrationPageTests.WithListing shared) : IClassFixture<AdministrationPageTests.WithListing>
{
    internal const string Listed = "柳毅";
    internal static readonly string ListedNumber = ResidentIds.Of(5101);

    private RegistryNode Node => shared.Node;

    [Theory]
    [InlineData("zh-CN", "概览", "下月期满")]
    [InlineData("en", "Overview", "Expiring next month")]
    public async Task The_overview_counts_the_listings_of_the_callers_region(string language, string heading, string tile)
    {
        await using var visitor = await As("registrationClerk", language);

        await visitor.Open("/console");

        (await visitor.Heading()).ShouldBe(heading);
        (await visitor.Page.Locator(".tiles").InnerTextAsync()).ShouldContain(tile);
        (await visitor.Page.Locator(".tiles dd").First.InnerTextAsync()).ShouldBe("1");
        (await visitor.Page.Locator("table.bars").CountAsync()).ShouldBeGreaterThan(2);
        await visitor.ShouldBeWell();
    }

    [Fact]
    public async Task The_overview_of_another_region_counts_nothing_of_this_one()
    {
        await using var visitor = await As("registrationClerk", region: "500000");

        await visitor.Open("/console");

        (await visitor.Page.Locator(".tiles dd").First.InnerTextAsync()).ShouldBe("0");
    }

    [Theory]
    [InlineData("zh-CN", "上传并核查", "暂停", "继续")]
    [InlineData("en", "Send and check", "Pause", "Resume")]
    public async Task A_file_is_sent_paused_resumed_and_its_result_downloaded(string language, string send, string pause, string resume)
    {
        await using var visitor = await As("registrationClerk", language);
        await visitor.Open("/console/files");
        await visitor.ShouldBeWell();
        await visitor.Page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload
        {
            Name = "applicants.ndjson",
            MimeType = "application/octet-stream",
            Buffer = Lines(Row("A-1", Listed, ListedNumber), Row("A-2", "洞庭君", ResidentIds.Of(5102))),
        });
        await visitor.Button(send).ClickAsync();
        await visitor.Arrive("/console/files/[0-9a-f-]{36}$");
        await visitor.ShouldBeWell();
        await visitor.Button(pause).ClickAsync();
        await visitor.Button(resume).ClickAsync();
        await visitor.Button(pause).WaitForAsync();
        await FileTurns.Run(Node);
        await visitor.Page.ReloadAsync();

        (await visitor.Page.Locator("#progress .tiles dd").AllInnerTextsAsync()).ShouldBe(["1", "0", "1", "0"]);
        await visitor.ShouldBeWell();
        var result = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.ClickAsync("a[href$='/result']"));
        (await File.ReadAllTextAsync(await result.PathAsync())).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        (await visitor.Page.Locator("a[href$='/receipt']").CountAsync()).ShouldBe(1);

        await using var another = await As("registrationClerk");
        (await another.Open(new Uri(visitor.Page.Url).AbsolutePath)).ShouldBe(404);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_reason()
    {
        await using var visitor = await As("registrationClerk");
        await visitor.Open("/console/files");
        await visitor.Page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = "reference,name\r\n"u8.ToArray() });
        await visitor.Button("上传并核查").ClickAsync();

        (await visitor.Page.Locator("[role=alert]").InnerTextAsync()).ShouldContain("没有保存任何内容");
        await visitor.ShouldBeWell();
    }

    [Fact]
    public async Task A_form_of_another_site_sends_no_file()
    {
        var clerk = await As("registrationClerk");
        await using var visitor = clerk;
        using var form = new MultipartFormDataContent { { new StringContent("periodicReview"), "purpose" }, { new StringContent(Guid.NewGuid().ToString()), "formNumber" } };
        using var file = new ByteArrayContent(Lines(Row("A-1", "洞庭君", ResidentIds.Of(5102))));
        form.Add(file, "file", "applicants.ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Node.Url, "/console/files")) { Content = form };
        var cookies = await visitor.Page.Context.CookiesAsync();
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });

        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("zh-CN", "系统")]
    [InlineData("en", "System")]
    public async Task The_system_page_shows_log_jobs_and_read_models(string language, string heading)
    {
        await using var visitor = await As("auditor", language, "000000");

        (await visitor.Open("/console/system")).ShouldBe(200);

        (await visitor.Heading()).ShouldBe(heading);
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("appeal");
        (await visitor.Page.Locator("main .mark.bad").CountAsync()).ShouldBe(0);
        await visitor.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "令牌签名", "未确认：不删除")]
    [InlineData("en", "Tokens", "Unconfirmed: nothing is dropped")]
    public async Task Keys_and_retention_are_told(string language, string purpose, string unconfirmed)
    {
        await using var visitor = await As("auditor", language, "000000");
        await visitor.Open("/console/system/keys");
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain(purpose);
        await visitor.ShouldBeWell();
        await visitor.Open("/console/system/retention");
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain(unconfirmed);
        await visitor.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "至多十分钟", "新密钥已公布", "token")]
    [InlineData("en", "verify with it for ever", "The new key is published", "receipt")]
    public async Task A_key_is_changed_once_its_consequences_are_read_and_not_again_before_that_is_finished(string language, string consequence, string done, string purpose)
    {
        await using var administrator = await Node.Visit(ApiClientSamples.Administrator, language);
        await administrator.Open("/console/system/keys");
        await administrator.Page.Locator($"a[href$='/{purpose}/rotation']").ClickAsync();
        await administrator.Page.Locator("button[value=send]").WaitForAsync();
        (await administrator.Content()).ShouldContain(consequence);
        await administrator.ShouldBeWell();
        await administrator.Send();
        (await administrator.Content()).ShouldContain(done);
        await administrator.ShouldBeWell();

        await administrator.Open($"/console/system/keys/{purpose}/rotation");
        await administrator.Step("send");
        await administrator.Page.Locator("#content [role=alert]").WaitForAsync();
        await administrator.ShouldBeWell();
        (await administrator.Open("/console/system/keys/master/rotation")).ShouldBe(404);

        await using var ofOrdos = await Node.Visit(ApiClientSamples.AdministratorOfOrdos, language);
        await ofOrdos.Open("/console/system/keys");
        (await ofOrdos.Page.Locator("a[href$='/rotation']").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_is_told_so()
    {
        await using var visitor = await As("registrationClerk"); // by its own account: the matrix of pages signs in otherwise

        (await visitor.Open("/console/system")).ShouldBe(403);

        await visitor.ShouldBeWell();
    }

    private async Task<Visitor> As(string role, string language = "zh-CN", string region = "150600")
    {
        var visitor = await Visitor.At(Node.Url, language);
        await (await ConsoleUser.Of(Node, role, region)).SignIn(visitor);
        return visitor;
    }

    public sealed class WithListing : IAsyncLifetime
    {
        internal RegistryNode Node { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Node = await RegistryNode.Start();
            await Node.Story.Listed(Listed, ListedNumber);
        }

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }
}
