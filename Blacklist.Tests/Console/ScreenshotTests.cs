using Blacklist.Api.CommandLine;
using Blacklist.Api.Security.Sessions;
using Blacklist.Tests.Demo;
using Microsoft.Playwright;

namespace Blacklist.Tests.ConsolePages;

/// <summary>
/// The main pages with the demo's data, in both languages, as files to look at:
/// <c>dotnet test --filter Category=Screenshots</c> writes them to <c>Blacklist.Tests/TestResults/screenshots</c>.
/// </summary>
[Trait("Category", "Screenshots")]
public sealed class ScreenshotTests(DemoRegistry demo) : IClassFixture<DemoRegistry>
{
    private static readonly (string Name, string Path)[] Public =
    [
        ("public-organizations", "/public/organizations"),
        ("public-search", "/public/organizations?query=中华文化研究会"),
        ("public-receipts", "/public/receipts"),
        ("public-objections", "/public/objections"),
        ("public-not-found", "/public/nothing"),
    ];

    private static readonly (string Name, string Path)[] Console =
    [
        ("account", "/console/account"),
        ("check", "/console/check"),
        ("check-history", "/console/check/history"),
        ("forbidden", "/console/users"),
    ];

    private const string Example = "0b000000-0000-7000-8000-0000000000";

    private static readonly (string Name, string Path)[] Cases =
    [
        ("organizations", "/console/organizations"),
        ("organization", $"/console/organizations/{Example}01"),
        ("disposition", $"/console/organizations/{Example}02/disposition"),
        ("listings", "/console/listings?stage=noticeServed"),
        ("listing", $"/console/listings/{Example}16"),
        ("decision", $"/console/listings/{Example}14/decision"),
        ("appeals", "/console/appeals"),
        ("appeal", $"/console/appeals/{Example}97"),
    ];

    private static readonly (string Name, string Path)[] Notices = [("notices", "/console/notices"), ("reexaminations", "/console/reexaminations")];

    [Fact]
    public async Task Everybodys_pages_are_seen()
    {
        await using var reader = await Visitor.At(demo.Url);
        await InBothLanguages(reader, folder => Take(reader, folder, Public));
    }

    [Fact]
    public async Task The_clerks_pages_are_seen()
    {
        var clerk = (await DemoCommand.Users(demo.Services).Prepare()).Single(user => user.User == "clerk");
        await using var visitor = await Visitor.At(demo.Url);
        await visitor.SignIn(clerk.User, clerk.Password, AuthenticatorCodes.At(clerk.AuthenticatorKey, DateTimeOffset.UtcNow));
        await InBothLanguages(visitor, async folder =>
        {
            await Take(visitor, folder, Console);
            await CheckIsAsked(visitor, folder);
        });
    }

    [Fact]
    public async Task The_pages_of_cases_are_seen()
    {
        await using var officer = await SignedIn.At(demo.Url, demo.Services, ApiClientSamples.Everything, "zh-CN");
        await InBothLanguages(officer, folder => Take(officer, folder, Cases));
        await using var clerk = await SignedIn.At(demo.Url, demo.Services, ApiClientSamples.AuditingClerk, "zh-CN");
        await InBothLanguages(clerk, folder => Take(clerk, folder, Notices));
    }

    /// <summary>Somebody restricted, somebody to be looked at, somebody free.</summary>
    private static async Task CheckIsAsked(Visitor visitor, string folder)
    {
        await visitor.Open("/console/check");
        await visitor.Page.FillAsync("#applicationReference", "150600-2026-S-0012");
        await visitor.Page.FillAsync("#organizationName", "鄂尔多斯市某某协会");
        await visitor.Page.FillAsync("#region", "150602");
        await visitor.Page.Locator("#grid [name=name]").First.FocusAsync();
        await visitor.Paste($"张三\t会长\t{ResidentIds.Zhang}\n李四\t理事\t700000197905061017\n王小明\t秘书长\t{ResidentIds.Of(12)}\n赵大勇\t监事\t700000198512310031");
        await Save(visitor, folder, "check-typed");
        await visitor.Page.Locator("#grid tbody tr").Nth(3).GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Page.WaitForURLAsync("**/console/check/*-*");
        await Save(visitor, folder, "check-answer", wholePage: true);
        var check = new Uri(visitor.Page.Url).AbsolutePath;
        if (await visitor.Page.Locator("a[href*=determination]").CountAsync() > 0)
        {
            await visitor.Page.Locator("a[href*=determination]").First.ClickAsync();
            await Save(visitor, folder, "check-determination");
        }

        await visitor.Open(check + "/report");
        await Save(visitor, folder, "check-report", wholePage: true);
    }

    private static async Task InBothLanguages(Visitor visitor, Func<string, Task> take)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            await visitor.Open($"/language/{language}?back=/public/objections");
            await take(Directory.CreateDirectory(Path.Combine(Repository.Root, "Blacklist.Tests", "TestResults", "screenshots", language)).FullName);
        }
    }

    private static async Task Take(Visitor visitor, string folder, IEnumerable<(string Name, string Path)> pages)
    {
        foreach (var (name, path) in pages)
        {
            await visitor.Open(path);
            await Save(visitor, folder, name);
        }
    }

    private static async Task Save(Visitor visitor, string folder, string name, bool wholePage = false)
    {
        var file = Path.Combine(folder, name + ".png");
        await visitor.Screenshot(file, wholePage);
        File.Exists(file).ShouldBeTrue();
    }
}
