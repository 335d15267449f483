using Blacklist.Api.CommandLine;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Blacklist.Tests.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Blacklist.Tests.ConsolePages;

/// <summary>
/// The main pages with the demo's data, in both languages, as files to look at:
/// <c>dotnet test --filter Category=Screenshots</c> writes them to <c>Blacklist.Tests/TestResults/screenshots</c>.
/// </summary>
[Trait("Category", "Screenshots")]
public sealed class ScreenshotTests(DemoRegistry demo, ITestOutputHelper output) : IClassFixture<DemoRegistry>
{
    public const int MostAtFirst = 300_000;
    public const int MostOfAPage = 30_000;

    /// <summary>Milliseconds; looked at in a full run only, when the machine has nothing else to do.</summary>
    private const int MostUntilPaint = 1000;

    private const string Example = "0b000000-0000-7000-8000-0000000000";

    private static readonly (string Name, string Path)[] PublicPages =
    [
        ("public-organizations", "/public/organizations"),
        ("public-search", "/public/organizations?query=中华文化研究会"),
        ("public-receipts", "/public/receipts"),
        ("public-objections", "/public/objections"),
        ("public-not-found", "/public/nothing"),
    ];

    /// <summary>Of somebody who may do everything with cases.</summary>
    private static readonly (string Name, string Path)[] CasePages =
    [
        ("organizations", "/console/organizations"),
        ("organization", $"/console/organizations/{Example}01"),
        ("disposition", $"/console/organizations/{Example}02/disposition"),
        ("attach", $"/console/organizations/{Example}02/papers/attach"),
        ("listings", "/console/listings?stage=noticeServed"),
        ("listing", $"/console/listings/{Example}16"),
        ("decision", $"/console/listings/{Example}14/decision"),
        ("appeals", "/console/appeals"),
        ("appeal", $"/console/appeals/{Example}97"),
    ];

    private static readonly (string Name, string Path)[] ClerkPages =
    [
        ("overview", "/console"),
        ("check", "/console/check"),
        ("check-history", "/console/check/history"),
        ("notices", "/console/notices"),
        ("reexaminations", "/console/reexaminations"),
        ("files", "/console/files"),
        ("system", "/console/system"),
        ("forbidden", "/console/appeals/none"),
    ];

    /// <summary>Of an administrator of the whole country, who has the rules, the users and the machines.</summary>
    private static readonly (string Name, string Path)[] AdministrationPages =
    [
        ("rules", "/console/rules"),
        ("rule", "/console/rules/erdos-2018-4-2"),
        ("draft", $"/console/rules/drafts/{Example}53"),
        ("dry-run", $"/console/rules/drafts/{Example}53/dry-run"),
        ("dry-run-checks", $"/console/rules/drafts/{Example}53/dry-run/checks?on=2030-01-01"),
        ("draft-form", "/console/rules/drafts/new?from=erdos-2018-4-2"),
        ("calendar", "/console/calendar"),
        ("calendar-year", "/console/calendar/2026"),
        ("users", "/console/users"),
        ("user-new", "/console/users/new"),
        ("clients", "/console/clients"),
        ("client", "/console/clients/demo-clerk-150600"),
        ("client-new", "/console/clients/register/new"),
        ("callers", "/console/callers"),
        ("caller", "/console/callers/demo-system"),
        ("keys", "/console/system/keys"),
        ("key-rotation", "/console/system/keys/digest/rotation"),
        ("retention", "/console/system/retention"),
        ("account", "/console/account"),
    ];

    private static readonly (string Name, string Path)[] AuditPages =
    [
        ("audit", "/console/audit"),
        ("audit-persons", "/console/audit/persons"),
        ("audit-verification", "/console/audit/verification"),
    ];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_main_pages_are_seen(string language)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "Blacklist.Tests", "TestResults", "screenshots", language)).FullName;
        await using var visitor = await Visitor.At(demo.Url, language);
        await See(visitor, PublicPages, folder, wholePage: false);
        await using var officer = await SignedIn.At(demo.Url, demo.Services, Named(ApiClientSamples.Everything, "演示承办人"), language);
        await See(officer, CasePages, folder, wholePage: true);
        await using var clerk = await SignedIn.At(demo.Url, demo.Services, Named(ApiClientSamples.AuditingClerk, "演示窗口人员"), language);
        await See(clerk, ClerkPages, folder, wholePage: false);
        await SeeACheck(clerk, folder);
        await See(clerk, AuditPages, folder, wholePage: true);
        await SeeTheFirst(clerk, "audit-entry", "/console/audit", folder);
        await using var administrator = await SignedIn.At(demo.Url, demo.Services, await Account("admin"), language);
        await See(administrator, AdministrationPages, folder, wholePage: true);
        await SeeTheFirst(administrator, "user", "/console/users", folder);
    }

    [Fact]
    public async Task The_demos_pages_are_light_and_painted_at_once()
    {
        using var reader = PageClient.At(demo.Url, demo.Services, ApiClientSamples.Everything with { Roles = [.. ApiClientSamples.Everything.Roles, .. ApiClientSamples.AuditingClerk.Roles] }, hasSecondFactor: true);
        var heavy = new List<string>();
        foreach (var (name, path) in PublicPages.Concat(CasePages).Concat(ClerkPages))
        {
            var (page, first) = await reader.Weigh(path);
            output.WriteLine($"{name}: {page:N0} bytes, {first:N0} on the first load");
            if (page >= MostOfAPage || first >= MostAtFirst)
            {
                heavy.Add(name);
            }
        }

        heavy.ShouldBeEmpty();
        await using var visitor = await SignedIn.At(demo.Url, demo.Services, ApiClientSamples.Everything, "zh-CN");
        foreach (var (name, path) in CasePages)
        {
            await visitor.Open(path);
            var paint = await visitor.Page.EvaluateAsync<double>("new Promise(done => new PerformanceObserver(seen => done(seen.getEntries().at(-1).startTime)).observe({ type: 'paint', buffered: true }))");
            output.WriteLine($"{name}: first paint after {paint:N0} ms");
            paint.ShouldBeLessThan(RunSize.Of(Chromium.Patience, MostUntilPaint), name);
        }
    }

    /// <summary>Somebody restricted, somebody whom nothing tells apart from a listed person, somebody free, a number typed wrong.</summary>
    private static async Task SeeACheck(Visitor visitor, string folder)
    {
        await visitor.Open("/console/check");
        await visitor.Page.FillAsync("#applicationReference", "150600-2026-S-0012");
        await visitor.Page.FillAsync("#organizationName", "鄂尔多斯市某某协会");
        await visitor.Page.FillAsync("#region", "150602");
        await visitor.Page.Locator("#grid [name=name]").First.FocusAsync();
        await visitor.Paste($"张三\t会长\t{ResidentIds.Zhang}\n李四\t发起人\t700000197905061017\n王小明\t秘书长\t{ResidentIds.Of(12)}\n赵大勇\t监事\t700000198512310031");
        await Save(visitor, folder, "check-typed", wholePage: true);
        await visitor.Page.Locator("#grid tbody tr").Nth(3).GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Arrive("/console/check/[0-9a-f-]{36}");
        await Save(visitor, folder, "check-answer", wholePage: true);
        var answer = new Uri(visitor.Page.Url).AbsolutePath;
        await visitor.Page.Locator("main a[href*=determination]").First.ClickAsync();
        await visitor.Arrive("/determination");
        await Save(visitor, folder, "determination", wholePage: true);
        await visitor.Open(answer + "/report");
        await Save(visitor, folder, "check-report", wholePage: true);
    }

    /// <summary>One of the demo's own users.</summary>
    private async Task<ApiClient> Account(string userName)
    {
        await DemoCommand.Users(demo.Services).Prepare();
        var user = (await demo.Services.GetRequiredService<Users>().Named(userName))!;
        return new ApiClient(user.Id, user.Details.Name, user.Details.Department, user.Details.Roles, user.Details.Regions, user.Details.Purposes);
    }

    private static ApiClient Named(ApiClient sample, string name) => sample with { Name = name, Department = "鄂尔多斯市民政局" };

    /// <summary>What the first row of a list leads to.</summary>
    private static async Task SeeTheFirst(Visitor visitor, string name, string list, string folder)
    {
        await visitor.Open(list);
        await visitor.Page.Locator("table.list tbody a").First.ClickAsync();
        await visitor.Arrive(list + "/[^/]+$");
        await Save(visitor, folder, name, wholePage: true);
    }

    private static async Task See(Visitor visitor, IEnumerable<(string Name, string Path)> pages, string folder, bool wholePage)
    {
        foreach (var (name, path) in pages)
        {
            await visitor.Open(path);
            await Save(visitor, folder, name, wholePage);
        }
    }

    private static async Task Save(Visitor visitor, string folder, string name, bool wholePage)
    {
        var file = Path.Combine(folder, name + ".png");
        await visitor.Screenshot(file, wholePage);
        File.Exists(file).ShouldBeTrue();
    }
}
