using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Blacklist.Tests;

/// <summary>Somebody at a browser of 1366 × 768, with cookies of their own. What the browser complained about is remembered.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(Path.Combine(Repository.Root, "Blacklist.Api", "obj", "console", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>
    /// Elements with their attributes, and whether there are words in them; neighbours of one make count once. Of what names, refers and looks, the value
    /// counts; of any other attribute, that it is there and not blank.
    /// </summary>
    private const string Make =
        """
        async () => {
            const told = new Set(['class', 'role', 'type', 'style', 'id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-invalid', 'aria-current', 'aria-hidden', 'tabindex', 'scope', 'name']);
            const make = node => {
                if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? 't' : '';
                if (node.nodeType !== Node.ELEMENT_NODE) return '';
                const attributes = [...node.attributes].map(one => one.name + (told.has(one.name) ? '=' + one.value : one.value.trim() ? '+' : '')).sort();
                const inner = [...node.childNodes].map(make).filter((part, place, all) => part !== '' && part !== all[place - 1]);
                return `<${node.localName} ${attributes.join(' ')}>${inner.join('')}</>`;
            };
            const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(make(document.documentElement)));
            return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> WellMade = new();

    /// <summary>What is there to be clicked, or looks so, and is on no way of the Tab key.</summary>
    private const string OutOfReach =
        """
        () => {
            const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
            const isSeen = element => element.checkVisibility() && !element.closest('[aria-hidden=true]');
            const unreached = [...document.querySelectorAll(controls)].filter(element => isSeen(element) && !element.disabled && element.tabIndex < 0);
            const clicked = [...document.querySelectorAll('main *')].filter(element =>
                isSeen(element) && getComputedStyle(element).cursor === 'pointer' && !element.closest(controls + ', label'));
            return [...unreached, ...clicked].map(element => element.outerHTML.slice(0, 200));
        }
        """;

    private readonly Uri _site;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(Uri site, IBrowserContext context, IPage page)
    {
        (_site, _context, Page) = (site, context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
    }

    public IPage Page { get; }

    /// <param name="language">What the browser asks for.</param>
    public static async Task<Visitor> At(Uri site, string language = "zh-CN", bool withScript = true)
    {
        var context = await Chromium.NewContext(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 },
            JavaScriptEnabled = withScript,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(Chromium.Patience);
        return new Visitor(site, context, await Chromium.Soon(context.NewPageAsync()));
    }

    /// <summary>A cookie of the site.</summary>
    public Task Keep(string name, string value) =>
        _context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = _site.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);

    /// <summary>The session ends, and nothing on the page knows yet.</summary>
    public Task ForgetCookies() => _context.ClearCookiesAsync();

    /// <summary>From another program, by Ctrl+V.</summary>
    public async Task Paste(string text)
    {
        await Chromium.Soon(Page.EvaluateAsync<object?>("text => navigator.clipboard.writeText(text)", text));
        await Page.Keyboard.PressAsync("Control+V");
    }

    /// <summary>By the Tab key, until it has the focus.</summary>
    public async Task TabTo(string selector)
    {
        const int Farthest = 80;
        for (var pressed = 0; pressed < Farthest; pressed++)
        {
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} is not among the next {Farthest} places of the Tab key.");
    }

    public async Task<string> Text()
    {
        await Whole();
        return await Page.Locator("main").InnerTextAsync();
    }

    /// <returns>The status of the answer.</returns>
    public async Task<int> Open(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>
    /// Until a page with such an address is there, all of it. Playwright's own <c>WaitForURLAsync</c> may look past a page that comes just as it
    /// starts to wait, and then waits for ever (microsoft/playwright-dotnet#3364); this one asks again.
    /// </summary>
    public async Task Arrive([StringSyntax(StringSyntaxAttribute.Regex)] string address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(address, RegexOptions.None, Chromium.LongestWait));
        await Whole();
    }

    /// <summary>Until all of the page that is there has come: one can be read from its first words on. By looking again, as a page without script tells nothing.</summary>
    public Task Whole() => Poll.Until(async () => await Chromium.Soon(Page.EvaluateAsync<string>("document.readyState")) == "complete", (int)Chromium.LongestWait.TotalSeconds);

    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Both clicks of a double click. With the mouse the second one may come when the next page is there already, and mean something on it.</summary>
    public static Task ClickTwice(ILocator button) => button.EvaluateAsync("button => { button.click(); button.click(); }");

    /// <summary>WCAG 2.2 AA as axe checks it, nothing that only a mouse reaches, no text cut off at the side, and no complaint of the browser: no wrong script, nothing that the policy forbids.</summary>
    public async Task ShouldBeWell()
    {
        await ShouldHaveNoAxeViolations();
        (await Chromium.Soon(Page.EvaluateAsync<string[]>(OutOfReach))).ShouldBeEmpty("A mouse reaches it, and the keyboard does not.");
        (await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue("The page is wider than the window.");
        _complaints.ShouldBeEmpty();
    }

    /// <summary>A page of a make that was found well in this run is well: what axe judges is how a page is made, not what its words say.</summary>
    public async Task ShouldHaveNoAxeViolations()
    {
        var make = await Chromium.Soon(Page.EvaluateAsync<string>(Make));
        if (WellMade.ContainsKey(make))
        {
            return;
        }

        await Chromium.Soon(Page.EvaluateAsync<object?>(Axe.Value));
        var found = await Chromium.Soon(Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
                .map(rule => `${rule.id}: ${rule.help} — ${rule.nodes.map(node => node.html).slice(0, 3).join(' | ')}`)
            """));
        found.EnumerateArray().Select(violation => violation.GetString()).ShouldBeEmpty(Page.Url);
        WellMade.TryAdd(make, true);
    }

    public async Task Screenshot(string file, bool wholePage = false) =>
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = wholePage });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync().AsTask().WaitAsync(Chromium.LongestWait);

    /// <summary>That an answer had an error status is what some tests are about.</summary>
    private void Note(bool isComplaint, string text)
    {
        if (isComplaint && !text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal))
        {
            _complaints.Add(text);
        }
    }
}
