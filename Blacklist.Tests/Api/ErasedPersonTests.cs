using System.Net;

namespace Blacklist.Tests.Api;

/// <summary>Whoever is erased is so in each of the entries, and nobody is while any entry bars them.</summary>
public sealed class ErasedPersonTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private readonly Story _story = nodes.Story;

    [Fact]
    public async Task Who_was_erased_with_another_entry_is_proposed_no_more_and_is_proved_to_be_erased()
    {
        var number = ResidentIds.Of(816);
        var organization = await _story.RecordOrganization();
        var persons = await _story.Ban(organization, Story.APerson("己明湖", number));
        var dropped = (await _story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await _story.ServeNotice(dropped)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(dropped, "drop")).ShouldBe(HttpStatusCode.OK);
        var over = await _story.Listed("己明湖", number);
        await _story.Merge(over, dropped);
        (await _story.Repair(over)).ShouldBe(HttpStatusCode.OK);

        (await PersonRefusals.Erase(_story, over)).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("2");

        (await _story.Propose(organization, persons[0])).ShouldBeRefused(HttpStatusCode.Conflict, "person_erased");
        foreach (var listing in new[] { over, dropped })
        {
            (await PersonRefusals.Erase(_story, listing)).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("2", "it was done");
            var proof = (await _story.Approver.Get($"{Story.Listings}/{listing}/erasure")).ShouldBe(HttpStatusCode.OK);
            (proof["holds"], proof["identities"]).ShouldBe(("true", "2"), proof.Text);
        }

        await nodes.OnEveryNode(async story => (await story.Check("己明湖", number)).Verdict().ShouldBe("eligible"));
    }

    [Fact]
    public async Task Whom_two_clerks_found_to_be_a_listed_person_is_not_erased_while_that_listing_is_in_force()
    {
        var number = ResidentIds.Of(817);
        var second = nodes.Node.As(ApiClientSamples.ClerkOfNation);
        var standing = await _story.Listed("庚明湖", number: null);
        (await _story.Determine(await _story.Check("庚明湖", number), "samePerson")).ShouldBe(HttpStatusCode.OK);
        (await _story.Determine(await _story.Check("庚明湖", number, by: second), "samePerson", second)).ShouldBe(HttpStatusCode.OK);
        var over = await _story.Listed("庚秋水", number);
        (await _story.Repair(over)).ShouldBe(HttpStatusCode.OK);

        (await PersonRefusals.Erase(_story, over)).ShouldBeRefused(HttpStatusCode.Conflict, "person_still_listed");
        await nodes.OnEveryNode(async story => (await story.Check("庚明湖", number)).ShouldAnswer("restricted", "listing_in_force"));

        (await _story.Repair(standing)).ShouldBe(HttpStatusCode.OK);
        (await PersonRefusals.Erase(_story, over)).ShouldBe(HttpStatusCode.OK);
    }
}
