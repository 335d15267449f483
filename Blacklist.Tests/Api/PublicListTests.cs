using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>The public list of banned organizations: published, to be withdrawn, withdrawn, on every node.</summary>
public sealed class PublicListTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private const string List = "/public/v1/banned-organizations";
    private const string Name = "鄂尔多斯市楹联文化研究会";
    private const string Person = "楹联某人";

    private static readonly JsonNode Decision = JsonNode.Parse(
        """
        { "kind": "banned", "documentNumber": "鄂民取字〔2026〕1号", "decidedOn": "2026-03-02", "authority": "鄂尔多斯市民政局",
          "publishedOn": "2026-03-09", "annulledOn": null }
        """)!;

    private readonly Story _story = nodes.Story;

    [Fact]
    public async Task What_is_recorded_is_not_public_before_it_is_published()
    {
        var (organization, ban) = await Banned("鄂尔多斯市剪纸艺术研究会");
        await OnEveryNode(async url =>
        {
            (await Search("鄂尔多斯市剪纸艺术研究会", url)).ShouldBeEmpty();
            (await Page(organization, url)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        });

        (await _story.Publish(organization, ban)).ShouldBe(HttpStatusCode.OK);
        (await _story.Publish(organization, ban)).ShouldBe(HttpStatusCode.OK);

        await OnEveryNode(async url => (await Search("鄂尔多斯市剪纸艺术研究会", url)).Count.ShouldBe(1));
    }

    [Fact]
    public async Task A_published_decision_is_found_with_authority_date_and_region_and_may_be_kept_for_a_minute()
    {
        var (organization, ban) = await Banned(Name);
        (await _story.Publish(organization, ban)).ShouldBe(HttpStatusCode.OK);

        await OnEveryNode(async url =>
        {
            var hit = (await Search(Name, url)).ShouldHaveSingleItem();
            hit["organizationId"]!.ToString().ShouldBe(organization);
            hit["region"]!.ToString().ShouldBe("150602");
            JsonNode.DeepEquals(hit["decisions"]!.AsArray().ShouldHaveSingleItem(), Decision).ShouldBeTrue(hit.ToString());
            var page = (await Page(organization, url)).ShouldBe(HttpStatusCode.OK);
            page["name"].ShouldBe(Name);
            JsonNode.DeepEquals(page.Body["decisions"], hit["decisions"]).ShouldBeTrue(page.Text);
            page.Cache.ShouldBe("public, max-age=60");
            page.Text.ShouldNotContain(Person);
        });
    }

    [Fact]
    public async Task An_annulled_decision_says_so_until_it_is_withdrawn_by_the_deadline()
    {
        const string Annulled = "鄂尔多斯市根雕收藏研究会";
        var (organization, ban) = await Banned(Annulled);
        (await _story.Publish(organization, ban)).ShouldBe(HttpStatusCode.OK);
        (await _story.AnnulDisposition(organization, ban, "2026-09-24")).ShouldBe(HttpStatusCode.OK);

        // Three working days after Thursday 24 September 2026: the Mid-Autumn holiday 25–27 is not counted.
        var publication = (await _story.Officer.Get($"{Story.Organizations}/{organization}")).Body["dispositions"]![0]!["publication"]!;
        publication["status"]!.ToString().ShouldBe("toBeWithdrawn");
        publication["withdrawBy"]!.ToString().ShouldBe("2026-09-30");
        await OnEveryNode(async url =>
            (await Search(Annulled, url)).ShouldHaveSingleItem()["decisions"]![0]!["annulledOn"]!.ToString().ShouldBe("2026-09-24"));

        (await _story.Withdraw(organization, ban, "2026-09-29")).ShouldBe(HttpStatusCode.OK);

        await OnEveryNode(async url =>
        {
            (await Search(Annulled, url)).ShouldBeEmpty();
            var gone = (await Page(organization, url)).ShouldBeRefused(HttpStatusCode.Gone, "publication_withdrawn");
            gone["detail"].ShouldBe("撤回日期：2026-09-29。理由：原取缔决定经行政复议撤销");
            gone.Text.ShouldNotContain(Annulled);
            gone.Text.ShouldNotContain("鄂民取字");
        });
        (await _story.Publish(organization, ban, "2026-10-09")).ShouldBeRefused(HttpStatusCode.Conflict, "disposition_void");
    }

    [Fact]
    public async Task A_changed_decision_is_withdrawn_and_published_again()
    {
        const string Changed = "鄂尔多斯市奇石鉴赏研究会";
        var (organization, ban) = await Banned(Changed);
        (await _story.Publish(organization, ban)).ShouldBe(HttpStatusCode.OK);
        (await _story.DemandWithdrawal(organization, ban)).ShouldBe(HttpStatusCode.OK);
        (await _story.Withdraw(organization, ban)).ShouldBe(HttpStatusCode.OK);
        (await Page(organization)).ShouldBe(HttpStatusCode.Gone);

        (await _story.Publish(organization, ban, "2026-06-08")).ShouldBe(HttpStatusCode.OK);

        await OnEveryNode(async url =>
        {
            (await Search(Changed, url)).ShouldHaveSingleItem();
            (await Page(organization, url)).ShouldBe(HttpStatusCode.OK).Body["withdrawals"]!.AsArray().ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task The_public_reads_of_published_organizations_while_a_check_compares_with_all()
    {
        const string Unpublished = "鄂尔多斯市篆刻印学研究会";
        await Banned(Unpublished);

        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant("慕容复", ResidentIds.Of(2)));
        question["organization"]!["name"] = Unpublished;
        var check = await _story.Clerk.Post(Story.Checks, question);

        check.ShouldBe(HttpStatusCode.OK).Body["organization"]!["reasons"]![0]!["code"]!.ToString().ShouldBe("name_equal");
        (await Search(Unpublished)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Clerks_and_partners_publish_nothing_and_nobody_publishes_elsewhere()
    {
        var (organization, ban) = await Banned("鄂尔多斯市皮影艺术研究会");
        (await _story.Publish(organization, ban, by: _story.Clerk)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _story.Publish(organization, ban, by: nodes.Node.As(ApiClientSamples.Partner))).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _story.Withdraw(organization, ban, by: nodes.Node.As(ApiClientSamples.Auditor))).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _story.Publish(Guid.Empty.ToString(), ban)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");

        var elsewhere = (await nodes.Node.As(ApiClientSamples.Officer).Post(Story.Organizations, Story.AnOrganization("某某研究会", "150100")))["id"]!;
        (await _story.Publish(elsewhere, Guid.Empty.ToString())).ShouldBeRefused(HttpStatusCode.Conflict, "disposition_unknown");
    }

    private async Task<(string Organization, string Ban)> Banned(string name)
    {
        var organization = (await _story.Officer.Post(Story.Organizations, Story.AnOrganization(name))).ShouldBe(HttpStatusCode.Created)["id"]!;
        var ban = (await _story.Dispose(organization, Story.ABan(Story.APerson(Person, ResidentIds.Of(901))))).ShouldBe(HttpStatusCode.Created);
        return (organization, ban["dispositionId"]!);
    }

    /// <summary>Each node has seen all that was written: a check waits for that.</summary>
    private Task OnEveryNode(Func<Uri, Task> ask) => nodes.OnEveryNode(async story =>
    {
        (await story.Check("慕容复", ResidentIds.Of(2))).ShouldBe(HttpStatusCode.OK);
        await ask(story.Clerk.Url);
    });

    /// <summary>The hits of exactly this name; others are alike.</summary>
    private async Task<IReadOnlyList<JsonNode>> Search(string typed, Uri? url = null) =>
        [.. (await Anybody(url, $"{List}?query={Uri.EscapeDataString(typed)}")).ShouldBe(HttpStatusCode.OK).Body["hits"]!.AsArray()
            .Select(hit => hit!).Where(hit => hit["isSure"]!.GetValue<bool>())];

    private Task<ApiAnswer> Page(string organization, Uri? url = null) => Anybody(url, $"{List}/{organization}");

    private async Task<ApiAnswer> Anybody(Uri? url, string path)
    {
        using var anybody = ApiCaller.Anonymous(url ?? nodes.Node.Url);
        return await anybody.Get(path);
    }
}
