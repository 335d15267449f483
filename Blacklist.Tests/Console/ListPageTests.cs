using System.IO.Compression;
using System.Net;
using System.Text;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.ConsolePages;

/// <summary>Long lists: what is seen of them, and taken along.</summary>
public sealed class ListPageTests(CaseRegistry registry) : IClassFixture<CaseRegistry>
{
    private const string Organizations = "/console/organizations";

    [Fact]
    public async Task An_officer_of_the_region_in_which_a_retired_code_went_on_sees_its_cases()
    {
        using var hefei = PageClient.At(registry.Node, Officer("340100"));
        var form = await hefei.Get(Organizations + "/record");
        var recorded = await hefei.Post(
            Organizations + "/record", form, ("_step", "send"), ("name", "庐江某某诗社"), ("region", "341421"), ("unlawfulKind", "unregistered"));
        recorded.Status.ShouldBe(302, recorded.Text);
        var address = recorded.Location!.Split('?')[0];

        using var lujiang = PageClient.At(registry.Node, Officer("340124"));
        (await lujiang.Get(address)).Text.ShouldContain("庐江某某诗社");
        (await lujiang.Get(Organizations)).Text.ShouldContain("庐江某某诗社");
        (await lujiang.Get(address + "/disposition")).Status.ShouldBe(200);
        using var shushan = PageClient.At(registry.Node, Officer("340104"));
        (await shushan.Get(address)).Status.ShouldBe(404);
        (await shushan.Get(Organizations)).Text.ShouldNotContain("庐江某某诗社");
    }

    [Fact]
    public async Task The_file_has_what_the_page_has_and_no_formula_and_each_row_is_in_the_audit()
    {
        foreach (var name in new[] { "=导出研究会", "导出联谊会", "另一个研究会" })
        {
            (await registry.Story.Officer.Post(Story.Organizations, Story.AnOrganization(name, "150623"))).ShouldBe(HttpStatusCode.Created);
        }

        using var officer = PageClient.At(registry.Node, ApiClientSamples.Officer, hasSecondFactor: true);
        var file = await officer.Get(Organizations + "/export/csv?query=导出&region=150623");

        (file.Status, file.MediaType, file.FileName).ShouldBe((200, "text/csv", "organizations-2026-11-21.csv"));
        file.Content.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = file.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("名称,");
        lines.Skip(1).Select(line => line.Split(',')[0].Trim('"')).ShouldBe(["'=导出研究会", "导出联谊会"]);
        (await registry.Node.Database.Owner.Scalar<string>(
            """
            SELECT kind || ' ' || status || ' ' || count || ' ' || cardinality(subjects) FROM audit.entries
             WHERE endpoint = 'GET console/organizations/export/{form}' ORDER BY id DESC LIMIT 1
            """)).ShouldBe("export 200 2 2");
    }

    [Fact]
    public async Task Every_list_is_taken_along_as_a_workbook_too()
    {
        await registry.Story.Noticed("带走某", ResidentIds.Of(61));
        await registry.Appeals.Assigned(await registry.Story.Listed("申诉某", ResidentIds.Of(63)));
        using var officer = PageClient.At(registry.Node, ApiClientSamples.Everything, hasSecondFactor: true);
        foreach (var (path, holds) in new[] { ("/console/listings/export/xlsx?stage=noticeServed", "带走某"), ("/console/appeals/export/xlsx?stage=assigned", "申诉某") })
        {
            (await Sheet(await officer.Get(path))).ShouldContain(holds, Case.Sensitive, path);
        }

        (await registry.Story.Check("路人甲", ResidentIds.Of(62))).ShouldBe(HttpStatusCode.OK);
        using var clerk = PageClient.At(registry.Node, ApiClientSamples.Clerk, hasSecondFactor: true, "en");
        (await Sheet(await clerk.Get("/console/check/history/export/xlsx"))).ShouldContain("150600-2026-S-0012");
        (await Sheet(await clerk.Get("/console/notices/export/xlsx"))).ShouldContain("Acknowledge by");
        (await Sheet(await clerk.Get("/console/reexaminations/export/xlsx"))).ShouldContain("Outcome");
        (await Sheet(await clerk.Get("/console/files/export/xlsx"))).ShouldContain("Rows");
        using var auditor = PageClient.At(registry.Node, ApiClientSamples.Auditor, hasSecondFactor: true);
        (await Sheet(await auditor.Get("/console/audit/export/xlsx?kind=check"))).ShouldContain("150600-2026-S-0012");
        await registry.Node.Service<Users>().Add("taken.along", new UserDetails("导出某", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], ["registration"]), Users.Operator);
        using var administrator = PageClient.At(registry.Node, ApiClientSamples.Administrator, hasSecondFactor: true);
        (await Sheet(await administrator.Get("/console/users/export/xlsx?query=taken"))).ShouldContain("服务器运维人员");
        (await Sheet(await administrator.Get("/console/clients/export/xlsx?query=clerk-1506"))).ShouldContain("登记窗口人员");
        (await clerk.Get("/console/check/history/export/pdf")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("of=everybody&")]
    public async Task Checks_are_searched_three_months_back_unless_somebody_says_from_when_and_the_page_says_so(string whose)
    {
        (await registry.Story.Check("路人乙", ResidentIds.Of(64))).ShouldBe(HttpStatusCode.OK);
        var reference = $"150600-2026-S-OLD-{whose.Length}";
        await registry.Node.Database.Owner.Execute(
            $"""
            WITH old AS (
              INSERT INTO registry.eligibility_checks
              SELECT (jsonb_populate_record(given, jsonb_build_object(
                       'id', gen_random_uuid(), 'checked_at', given.checked_at - interval '100 days', 'application_reference', '{reference}'))).*
                FROM registry.eligibility_checks AS given WHERE client = 'clerk-150600' ORDER BY checked_at DESC LIMIT 1
              RETURNING id, checked_at, client)
            INSERT INTO registry.check_keys (client, key, request_mac, check_id, checked_at) SELECT client, '{reference}', '', id, checked_at FROM old
            """);
        using var clerk = PageClient.At(registry.Node, ApiClientSamples.Clerk, hasSecondFactor: true, "en");

        var now = (await clerk.Get($"/console/check/history?{whose}")).Text;
        now.ShouldContain("Searched from 2026-08-21 to 2026-11-21.");
        now.ShouldContain(">150600-2026-S-0012<");
        now.ShouldNotContain(reference);
        (await clerk.Get($"/console/check/history?{whose}reference={reference}")).Text.ShouldContain("There is no check");

        var then = (await clerk.Get($"/console/check/history?{whose}reference=OLD-{whose.Length}&until=2026-09-30")).Text;
        then.ShouldContain("Searched from 2026-06-30 to 2026-09-30.");
        then.ShouldContain($">{reference}<");
        (await clerk.Get($"/console/check/history?{whose}until=0001-01-02")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_file_needs_the_second_factor_once_more_and_says_where_to_go_on()
    {
        using var officer = PageClient.At(registry.Node, ApiClientSamples.Officer);

        var answer = await officer.Get(Organizations + "/export/csv?query=导出");

        answer.Status.ShouldBe(302);
        answer.Location!.ShouldStartWith("/console/account/second-factor?returnTo=%2Fconsole%2Forganizations%2Fexport%2Fcsv%3Fquery");
    }

    [Fact]
    public async Task Who_is_signed_in_begins_at_the_console_and_everybody_else_at_the_public_list()
    {
        using var officer = PageClient.At(registry.Node, ApiClientSamples.Officer);
        using var nobody = PageClient.At(registry.Node, null);

        (await officer.Get("/")).Location.ShouldBe("/console");
        (await nobody.Get("/")).Location.ShouldBe("/public/organizations");
    }

    private static ApiClient Officer(string region) => ApiClientSamples.Officer with { Id = "officer-" + region, Regions = [region] };

    private static async Task<string> Sheet(PageReply file)
    {
        (file.Status, file.MediaType).ShouldBe((200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        await using var archive = new ZipArchive(new MemoryStream(file.Content));
        using var reader = new StreamReader(await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
