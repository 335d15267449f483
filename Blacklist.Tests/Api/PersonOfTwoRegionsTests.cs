using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Tests.Api;

/// <summary>A person with entries in two regions belongs to both: one alone neither erases nor splits, and whoever works for both does.</summary>
public sealed class PersonOfTwoRegionsTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private readonly Story _story = nodes.Story;

    private Story Nation => new(As(ApiClientSamples.Officer), As(ApiClientSamples.Approver), nodes.Node.As(ApiClientSamples.ClerkOfNation));

    [Fact]
    public async Task Joined_entries_are_split_by_who_works_for_all_regions_and_own_documents_by_the_own_region()
    {
        var (here, there, identity) = await Joined(830);

        var split = await _story.Officer.Post($"{Story.Listings}/{here}/identities/{identity}/removal", Because());
        split.ShouldBeRefused(HttpStatusCode.Conflict, "touches_other_regions").Text.ShouldNotContain(there);
        (await _story.Check("辛明湖", ResidentIds.Of(880))).Verdict().ShouldBe("restricted");

        await _story.Unlink(here, await _story.Link(here, "otherName", "辛湖"));
        await Nation.Unlink(here, identity);
        (await _story.Check("辛明湖", ResidentIds.Of(880))).Verdict().ShouldNotBe("restricted");
    }

    [Fact]
    public async Task A_person_is_erased_by_who_works_for_all_regions()
    {
        var (here, there, _) = await Joined(831);
        foreach (var listing in new[] { here, there })
        {
            (await Nation.Repair(listing)).ShouldBe(HttpStatusCode.OK);
        }

        (await PersonRefusals.Erase(_story, here)).ShouldBeRefused(HttpStatusCode.Conflict, "touches_other_regions").Text.ShouldNotContain(there);
        (await _story.Approver.Get($"{Story.Listings}/{here}/erasure")).ShouldBe(HttpStatusCode.NotFound);

        (await PersonRefusals.Erase(Nation, here)).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("2");
        (await PersonRefusals.Erase(_story, here)).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("2", "it was done");
    }

    /// <summary>The same name with one number here and another there.</summary>
    private async Task<(string Here, string There, string Identity)> Joined(int person)
    {
        var here = await _story.Listed("辛明湖", ResidentIds.Of(person));
        var organization = await Nation.RecordOrganization("500103");
        var there = (await Nation.Propose(organization, (await Nation.Ban(organization, Story.APerson("辛秋水", ResidentIds.Of(person + 50))))[0])).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await Nation.ServeNotice(there)).ShouldBe(HttpStatusCode.OK);
        (await Nation.Decide(there)).ShouldBe(HttpStatusCode.OK);
        return (here, there, await Nation.Merge(here, there));
    }

    private static JsonObject Because() => new() { ["reason"] = "经核对为他人" };

    private ApiCaller As(ApiClient client) => ApiCaller.With(
        nodes.Node.Url,
        new TokenIssuer(nodes.Node.Service<AccessOptions>(), nodes.Node.Service<SigningKeys>(), TimeProvider.System)
            .Issue(client with { Id = client.Roles[0] + "-000000", Regions = ["000000"] }).AccessToken);
}
