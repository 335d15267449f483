using System.Collections.Concurrent;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Security.Matrix;

namespace Blacklist.Tests.ConsolePages;

/// <summary>
/// Every page of the console by every kind of reader: forbidden, not there, elsewhere, the session over, the second factor long ago. A new page is among
/// them by itself; where its address has a part that nobody knows, a test fails until <see cref="PageRow"/> knows it.
/// </summary>
public sealed class PageMatrixTests(PageWorld pages) : IClassFixture<PageWorld>
{
    private readonly ConcurrentBag<string> _differences = [];

    [Fact]
    public async Task Every_page_answers_every_role_as_it_declares()
    {
        foreach (var role in RolePermissions.Roles)
        {
            using var reader = PageClient.At(pages.Node, In(role), hasSecondFactor: true);
            using var elsewhere = PageClient.At(pages.Node, In(role) with { Id = "somebody", Department = "其他单位", Regions = ["500000"] }, hasSecondFactor: true);
            await Try(page => page.Permission is not null, async page =>
            {
                var may = RolePermissions.Allow([role], page.Permission!.Value);
                await Expect(reader, role, page, pages.World, absent: false, !may ? 403 : page.IsThere ? 200 : 404);
                if (page.IsOfAPlace)
                {
                    await Expect(reader, role, page, pages.World, absent: true, may ? 404 : 403);
                    await Expect(elsewhere, role + " elsewhere", page, pages.World, absent: false, may ? 404 : 403);
                }
            });
        }

        _differences.Order(StringComparer.Ordinal).ShouldBeEmpty();
        pages.All.Count(page => page.Permission is not null).ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Who_has_no_session_signs_in_first_and_who_showed_the_second_factor_long_ago_shows_it_again()
    {
        using var nobody = PageClient.At(pages.Node, null);
        using var longAgo = PageClient.At(pages.Node, In([.. RolePermissions.Roles]));
        await Try(page => page.Public is null, async page =>
        {
            var address = page.Address(pages.World);
            Leads(await nobody.Get(address), "/console/account/sign-in?returnTo=" + Uri.EscapeDataString(address), page, "nobody");
            var again = await longAgo.Get(address);
            if (page.StepUp)
            {
                Leads(again, "/console/account/second-factor?returnTo=" + Uri.EscapeDataString(address), page, "long ago");
            }
        });
        _differences.ShouldBeEmpty();
        pages.All.Where(page => page.Public is not null).Select(page => page.Path)
            .ShouldBe(["/console/account/passkey-sign-in/{handler?}", "/console/account/second-factor", "/console/account/sign-in"]);
    }

    [Fact]
    public async Task Every_form_whose_session_ended_keeps_what_was_typed()
    {
        using var reader = PageClient.At(pages.Node, In([.. RolePermissions.Roles]), hasSecondFactor: true);
        foreach (var page in pages.All.Where(page => page.Permission is not null && !page.Path.Contains("/{form}", StringComparison.Ordinal)))
        {
            var form = await reader.Get(page.Address(pages.World));
            foreach (var tag in System.Text.RegularExpressions.Regex.Matches(form.Text, "<form(?=[^>]*method=\"post\")[^>]*>(?<inner>.*?)</form>", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(5)).AsEnumerable())
            {
                var isTyped = System.Text.RegularExpressions.Regex.IsMatch(tag.Groups["inner"].Value, "<textarea|<select|<input(?![^>]*type=\"hidden\")", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
                if (isTyped && !tag.Value.Contains("hx-boost=\"true\"", StringComparison.Ordinal) && !tag.Value.Contains("data-draft", StringComparison.Ordinal))
                {
                    _differences.Add($"{page.Path}: a form that is sent without script's help loses what was typed");
                }
            }
        }

        var record = await reader.Get("/console/organizations/record");
        reader.ForgetSession();
        (await reader.Post("/console/organizations/record", record, ("_step", "check"), ("name", "某某促进会"))).Status.ShouldBe(401);
        _differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_is_light_on_the_first_load_and_after()
    {
        using var reader = PageClient.At(pages.Node, In([.. RolePermissions.Roles]), hasSecondFactor: true);
        foreach (var page in pages.All.Where(page => page.Permission is not null && !page.Path.Contains("/{form}", StringComparison.Ordinal)))
        {
            var (each, first) = await reader.Weigh(page.Address(pages.World));
            if (each >= ScreenshotTests.MostOfAPage || first >= ScreenshotTests.MostAtFirst)
            {
                _differences.Add($"{page.Path}: {each} bytes, {first} on the first load");
            }
        }

        _differences.ShouldBeEmpty();
    }

    private static ApiClient In(params IReadOnlyList<string> roles) => ApiClientSamples.Clerk with { Roles = roles };

    private Task Try(Func<PageRow, bool> which, Func<PageRow, Task> look) =>
        Parallel.ForEachAsync(pages.All.Where(which), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (page, _) => await look(page));

    private async Task Expect(PageClient reader, string who, PageRow page, MatrixWorld world, bool absent, int status)
    {
        var address = page.Address(world, absent);
        var answer = await reader.Get(address);
        if (answer.Status != status || (status >= 400 && !answer.Text.Contains("class=\"problem\"", StringComparison.Ordinal)))
        {
            _differences.Add($"{page.Path} by {who}{(absent ? ", of nothing" : "")}: {answer.Status} instead of {status}");
        }
    }

    private void Leads(PageReply answer, string address, PageRow page, string who)
    {
        if (answer.Status != 302 || answer.Location?.EndsWith(address, StringComparison.OrdinalIgnoreCase) != true)
        {
            _differences.Add($"{page.Path} by {who}: {answer.Status} {answer.Location} instead of {address}");
        }
    }
}
