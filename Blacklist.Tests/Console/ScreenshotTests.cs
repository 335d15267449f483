namespace Blacklist.Tests.ConsolePages;

/// <summary>
/// The main pages with the demo's data, in both languages, as files to look at:
/// <c>dotnet test --filter Category=Screenshots</c> writes them to <c>artifacts/screenshots</c>.
/// </summary>
public sealed class ScreenshotTests : IClassFixture<Demo.DemoRegistry>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("public-organizations", "/public/organizations"),
        ("public-search", "/public/organizations?query=中华文化研究会"),
        ("public-not-found", "/public/nothing"),
    ];

    private const string Example = "0b000000-0000-7000-8000-0000000000";

    /// <summary>Signed in as somebody who may do everything with cases.</summary>
    private static readonly (string Name, string Path)[] CasePages =
    [
        ("organizations", "/console/organizations"),
        ("organization", $"/console/organizations/{Example}01"),
        ("disposition", $"/console/organizations/{Example}02/disposition"),
        ("listings", "/console/listings?stage=noticeServed"),
        ("listing", $"/console/listings/{Example}16"),
        ("decision", $"/console/listings/{Example}14/decision"),
        ("appeals", "/console/appeals"),
        ("appeal", $"/console/appeals/{Example}97"),
        ("notices", "/console/notices"),
        ("reexaminations", "/console/reexaminations"),
    ];

    private readonly Demo.DemoRegistry _demo;

    public ScreenshotTests(Demo.DemoRegistry demo) => _demo = demo;

    [Trait("Category", "Screenshots")]
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_main_pages_are_seen(string language)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots", language)).FullName;
        await using var visitor = await Visitor.At(_demo.Url, language);
        await See(visitor, Pages, folder, wholePage: false);
        await using var officer = await SignedIn.At(_demo.Url, _demo.Services, ApiClientSamples.Everything, language);
        await See(officer, CasePages[..^2], folder, wholePage: true);
        await using var clerk = await SignedIn.At(_demo.Url, _demo.Services, ApiClientSamples.AuditingClerk, language);
        await See(clerk, CasePages[^2..], folder, wholePage: true);
    }

    private static async Task See(Visitor visitor, IEnumerable<(string Name, string Path)> pages, string folder, bool wholePage)
    {
        foreach (var (name, path) in pages)
        {
            await visitor.Open(path);
            var file = Path.Combine(folder, name + ".png");
            await visitor.Screenshot(file, wholePage);
            File.Exists(file).ShouldBeTrue();
        }
    }
}
