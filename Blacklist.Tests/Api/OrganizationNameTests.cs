using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Reference;

namespace Blacklist.Tests.Api;

/// <summary>What the name of an organization calls to mind, in a check and in the public search.</summary>
public sealed class OrganizationNameTests(ToldStory told) : IClassFixture<ToldStory>
{
    private const string BannedName = "鄂尔多斯市楹联文化研究会";
    private const string RevokedName = "鄂尔多斯市茶艺联谊会";

    private readonly Story _story = told.Story;

    [Theory]
    [InlineData(BannedName, "name_equal", BannedName)]
    [InlineData("鄂尔多斯市楹联文化促进会", "name_imitates", "楹联文化")]
    public async Task A_name_that_equals_or_imitates_a_banned_one_is_for_a_human(string name, string code, string alike)
    {
        await Banned(BannedName);

        var check = await Check(name);

        check.Verdict().ShouldBe("review");
        check.Verdict(0).ShouldBe("eligible");
        var reason = Organization(check, "review").ShouldHaveSingleItem()!;
        reason["code"]!.ToString().ShouldBe(code);
        reason["knownName"]!.ToString().ShouldBe(BannedName);
        reason["standing"]!.ToString().ShouldBe("banned");
        reason["alike"]!.ToString().ShouldContain(alike);
    }

    [Fact]
    public async Task The_published_imitations_are_recognized()
    {
        var pairs = ReferenceFile.ReadRows("lookalike-organizations.csv", row => (Listed: row.GetString("listed_name"), Lawful: row.GetString("lawful_name"))).ToList();
        pairs.Count.ShouldBeGreaterThan(10);
        foreach (var (listed, lawful) in pairs)
        {
            await _story.Officer.Post(Story.Organizations, Story.AnOrganization(listed, "150000"));
            var found = false;
            foreach (var name in lawful.Split('|'))
            {
                var reasons = Organization(await Check(name, approval: "民函〔2026〕1号"), verdict: null);
                found |= reasons.Any(reason => reason!["knownName"]?.ToString() == listed);
            }

            found.ShouldBeTrue(listed);
        }
    }

    [Fact]
    public async Task A_word_of_the_campaign_needs_a_note_of_approval()
    {
        var reason = Organization(await Check("鄂尔多斯市养老服务行业协会"), "review").ShouldHaveSingleItem()!;
        reason["code"]!.ToString().ShouldBe("word_needs_approval");
        reason["alike"]!.ToString().ShouldBe("养老");

        var approved = await Check("鄂尔多斯市养老服务行业协会", approval: "鄂民函〔2026〕8号");
        Organization(approved, "eligible").ShouldBeEmpty();
        approved.Verdict().ShouldBe("eligible");
    }

    [Fact]
    public async Task A_lawful_body_whose_registration_was_revoked_is_never_called_illegal()
    {
        await Revoked();

        var check = await Check(RevokedName);
        var reason = Organization(check, "eligible").ShouldHaveSingleItem()!;
        reason["standing"]!.ToString().ShouldBe("registrationRevoked");
        reason["effect"]!.ToString().ShouldBe("eligible");
        check.Text.ShouldNotContain("banned");

        var hit = (await Search(RevokedName))[0]!;
        hit["standing"]!.ToString().ShouldBe("registrationRevoked");
    }

    [Fact]
    public async Task The_public_search_forgives_a_typing_error_and_says_that_it_is_not_sure()
    {
        await Banned(BannedName);
        await Check(BannedName);

        (await Search(BannedName))[0]!["isSure"]!.GetValue<bool>().ShouldBeTrue();
        var suggestion = (await Search("鄂尔多斯市楹联文华研究会"))[0]!;
        suggestion["name"]!.ToString().ShouldBe(BannedName);
        suggestion["isSure"]!.GetValue<bool>().ShouldBeFalse();
        suggestion["standing"]!.ToString().ShouldBe("banned");
    }

    [Fact]
    public async Task No_person_is_ever_in_the_public_search()
    {
        await Banned(BannedName);
        await Check(BannedName);

        (await Search(ToldStory.Zhang)).ShouldBeEmpty();
        var hits = (await Search(BannedName)).ToJsonString();
        hits.ShouldNotContain(Person);
        hits.ShouldNotContain(ResidentIds.Of(900));
    }

    private const string Person = "楹联某人";

    /// <summary>Once more for each test: two records of one name are told as two.</summary>
    private async Task Banned(string name)
    {
        if ((await _story.Officer.Get($"{Story.Organizations}?query={Uri.EscapeDataString(name)}")).Body["items"]!.AsArray().Count == 0)
        {
            var organization = (await _story.Officer.Post(Story.Organizations, Story.AnOrganization(name))).ShouldBe(HttpStatusCode.Created)["id"]!;
            var ban = (await _story.Dispose(organization, Story.ABan(Story.APerson(Person, ResidentIds.Of(900))))).ShouldBe(HttpStatusCode.Created);
            (await _story.Publish(organization, ban["dispositionId"]!)).ShouldBe(HttpStatusCode.OK);
        }
    }

    private async Task Revoked()
    {
        var lawful = new JsonObject { ["name"] = RevokedName, ["registeredAs"] = "socialAssociation", ["region"] = "150602" };
        var organization = (await _story.Officer.Post(Story.Organizations, lawful)).ShouldBe(HttpStatusCode.Created)["id"]!;
        var revocation = Story.ABan();
        revocation["kind"] = "revoked";
        var decision = (await _story.Dispose(organization, revocation)).ShouldBe(HttpStatusCode.Created)["dispositionId"]!;
        (await _story.Publish(organization, decision)).ShouldBe(HttpStatusCode.OK);
    }

    private Task<ApiAnswer> Check(string organization, string? approval = null)
    {
        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant("慕容复", ResidentIds.Of(2)));
        question["organization"]!["name"] = organization;
        question["organization"]!["approval"] = approval;
        return _story.Clerk.Post(Story.Checks, question);
    }

    private static JsonArray Organization(ApiAnswer check, string? verdict)
    {
        var organization = check.ShouldBe(HttpStatusCode.OK).Body["organization"]!;
        organization["verdict"]!.ToString().ShouldBe(verdict ?? organization["verdict"]!.ToString(), check.Text);
        return organization["reasons"]!.AsArray();
    }

    private async Task<JsonArray> Search(string typed)
    {
        using var anybody = ApiCaller.Anonymous(told.Node.Url);
        return (await anybody.Get($"/public/v1/banned-organizations?query={Uri.EscapeDataString(typed)}")).ShouldBe(HttpStatusCode.OK).Body["hits"]!.AsArray();
    }
}
