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
        foreach (var (name, path) in Pages)
        {
            await visitor.Open(path);
            var file = Path.Combine(folder, name + ".png");
            await visitor.Screenshot(file);
            File.Exists(file).ShouldBeTrue();
        }
    }
}
