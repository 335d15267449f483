using System.Net;
using System.Text.RegularExpressions;

namespace Blacklist.Tests.Public;

/// <summary>What the pages weigh, what they may load, and for how long it is kept.</summary>
public sealed partial class PageDeliveryTests(PublishedRegistry registry) : IClassFixture<PublishedRegistry>
{
    private const string List = "/public/organizations";

    [Fact]
    public async Task The_first_page_weighs_less_than_300_kB_compressed_and_the_next_ones_less_than_30()
    {
        using var browser = Browser("br, gzip");
        var html = await browser.GetByteArrayAsync(List);
        var page = await Text();

        var assets = 0;
        foreach (var address in Assets(page))
        {
            using var answer = await browser.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            assets += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        html.Length.ShouldBeLessThan(30_000);
        (html.Length + assets).ShouldBeLessThan(300_000);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Each_browser_gets_pages_and_assets_in_the_form_it_reads(string accepted, string? encoding)
    {
        using var browser = Browser(accepted);
        foreach (var address in Assets(await Text()).Append(List))
        {
            using var answer = await browser.GetAsync(address);
            answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding, address);
        }
    }

    [Fact]
    public async Task A_page_may_load_from_its_own_host_only_and_no_script_or_style_within_itself()
    {
        using var browser = new HttpClient { BaseAddress = registry.Url };
        using var answer = await browser.GetAsync(List);
        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
        var page = await answer.Content.ReadAsStringAsync();

        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        page.ShouldNotContain("style=");
        page.ShouldNotContain("://");
        InlineScript().IsMatch(page).ShouldBeFalse();
    }

    [Fact]
    public async Task A_public_page_may_be_kept_for_a_minute_in_each_language()
    {
        using var browser = new HttpClient { BaseAddress = registry.Url };
        using var answer = await browser.GetAsync(List);

        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
        answer.Headers.Vary.ShouldContain("Accept-Language");
        answer.Headers.Vary.ShouldContain("Cookie");
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\nelsewhere")]
    [InlineData("https://elsewhere.example")]
    [InlineData(null)]
    public async Task The_choice_of_a_language_leads_to_no_other_site(string? back)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = registry.Url };
        using var answer = await browser.GetAsync($"/language/en?back={Uri.EscapeDataString(back ?? "")}");

        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task An_asset_that_is_not_there_is_not_found()
    {
        using var browser = new HttpClient { BaseAddress = registry.Url };
        using var answer = await browser.GetAsync("/assets/pages.000000000000.css");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private HttpClient Browser(string accepted)
    {
        var browser = new HttpClient { BaseAddress = registry.Url };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", accepted);
        return browser;
    }

    private async Task<string> Text()
    {
        using var browser = new HttpClient { BaseAddress = registry.Url };
        return await browser.GetStringAsync(List);
    }

    private static IEnumerable<string> Assets(string page) => AssetAddress().Matches(page).Select(match => match.Value).Distinct();

    [GeneratedRegex("/assets/[^\"#]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AssetAddress();

    [GeneratedRegex("<script(?![^>]*src=)|<style| on[a-z]+=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineScript();
}
