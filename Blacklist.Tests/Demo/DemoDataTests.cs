using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Demo;
using Blacklist.Api.Demo.Checks;
using Blacklist.Api.Demo.Plan;

namespace Blacklist.Tests.Demo;

public sealed class DemoDataTests(DemoRegistry demo) : IClassFixture<DemoRegistry>
{
    [Fact]
    public async Task A_second_run_adds_nothing_and_says_so()
    {
        demo.Summary.ShouldStartWith("The demo's data is loaded");
        var before = await Recorded();

        (await demo.Fill()).ShouldStartWith("The demo's data is there already; nothing was added.");

        (await Recorded()).ShouldBe(before);
    }

    [Fact]
    public async Task Every_organization_of_the_published_rows_is_there() =>
        (await Count("banned_organization")).ShouldBe(278 + 19 + 8);

    [Theory]
    [InlineData("proposed")]
    [InlineData("noticeServed")]
    [InlineData("inForce")]
    [InlineData("dropped")]
    [InlineData("annulled")]
    public async Task Listings_of_every_state_exist(string status) =>
        (await Count($"listing WHERE status = '{status}'")).ShouldBeGreaterThan(3);

    [Fact]
    public async Task Nobody_decided_what_the_same_client_proposed() =>
        (await Count("registry.mt_events AS p JOIN registry.mt_events AS d USING (stream_id) WHERE p.type = 'listing_proposed' AND d.type = 'listing_entered' AND p.user_name = d.user_name"))
            .ShouldBe(0);

    [Fact]
    public async Task No_number_and_no_name_of_a_person_is_in_the_log()
    {
        (await Count("registry.mt_events WHERE data::text ~ '70[0-9]{15}'")).ShouldBe(0);
        (await Count($"registry.mt_events WHERE data::text LIKE '%{ExamplePlan.ListedName}%'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_three_checks_come_out_as_the_demo_says()
    {
        var secrets = await DemoCommand.Clients(demo.Services).Prepare();
        using var checks = new DemoChecks(demo.Url, demo.ClientsFile, secrets[DemoClients.ClerkOfOrdos]);
        await using var output = new StringWriter();

        (await checks.Run(output)).ShouldBeTrue(output.ToString());

        output.ToString().ShouldContain("bars it until 2031-10-12");
    }

    [Fact]
    public void The_secrets_are_for_their_owner_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(demo.ClientsFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("150000")]
    [InlineData("150600")]
    public async Task Every_number_of_the_overview_leads_to_as_many_rows(string region)
    {
        using var clerk = PageClient.At(demo.Url, demo.Services, ApiClientSamples.Clerk with { Regions = [region] });
        var overview = (await clerk.Get("/console")).Text;
        var numbers = Regex.Matches(overview, "<a href=\"(?<address>/console/[^\"]+)\" aria-label=[^>]*>(?<count>[\\d,]+)</a>", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(link => (Address: WebUtility.HtmlDecode(link.Groups["address"].Value), Count: int.Parse(link.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))).ToList();

        Regex.Matches(overview, "<(?:td class=\"amount\"|dd)>\\s*[1-9][\\d,]*\\s*</", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(number => number.Value).ShouldBeEmpty("Such a number leads nowhere.");
        numbers.Count.ShouldBeGreaterThan(12);
        foreach (var (address, count) in numbers)
        {
            (await Rows(clerk, address)).ShouldBe(count, address);
        }
    }

    /// <summary>On all pages of a list.</summary>
    private static async Task<int> Rows(PageClient reader, string address)
    {
        for (var (rows, next) = (0, (string?)address); ;)
        {
            var page = await reader.Get(next!);
            page.Status.ShouldBe(200, next);
            rows += Regex.Count(page.Text, "<tr[^>]*>\\s*(<td class=\"day\">[^<]*</td>\\s*)?<th scope=\"row\"", RegexOptions.None, TimeSpan.FromSeconds(5));
            next = Regex.Match(page.Text, "rel=\"next\" href=\"(?<next>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups["next"].Value) : null;
            if (next is null)
            {
                return rows;
            }
        }
    }

    /// <summary>Events of the log; roots of receipts are anchored in it all the while.</summary>
    private Task<long> Recorded() => Count("registry.mt_events WHERE type <> 'receipt_roots_anchored'");

    private async Task<long> Count(string from)
    {
        await using var command = demo.Database.App.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
