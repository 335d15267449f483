using Microsoft.Playwright;

namespace Blacklist.Tests;

/// <summary>One browser for the whole run: the machine's own Chromium where it has one, else the one that Playwright downloads.</summary>
internal static class Chromium
{
    /// <summary>Milliseconds: a busy machine is slow, and that is no failure.</summary>
    public const int Patience = 180_000;

    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(Patience);

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(Start);

    public static async Task<IBrowserContext> NewContext(BrowserNewContextOptions options) =>
        await Soon((await Soon(Started.Value)).Browser.NewContextAsync(options));

    /// <summary>Where Playwright itself would wait for ever: a browser that does not answer fails a test, not the run.</summary>
    public static Task<T> Soon<T>(Task<T> answer) => answer.WaitAsync(LongestWait);

    public static async Task Stop()
    {
        if (Started.IsValueCreated)
        {
            var (driver, browser) = await Soon(Started.Value);
            await browser.CloseAsync().WaitAsync(LongestWait);
            await Task.Run(driver.Dispose).WaitAsync(LongestWait);
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> Start()
    {
        var own = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (own is null)
        {
            Microsoft.Playwright.Program.Main(["install", "chromium-headless-shell"]).ShouldBe(0, "There is no Chromium here, and none could be downloaded.");
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = own,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (driver, browser);
    }
}
