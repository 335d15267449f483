using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>Every refusal about who a listed person is, met over HTTP.</summary>
internal static class PersonRefusals
{
    private const string Name = "吴用";

    public static IReadOnlyDictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>> Ways { get; } = new Dictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>>
    {
        ["LinkIdentity identity_links_itself"] = async (_, story) =>
        {
            var listing = await story.Proposed(Name, null);
            return await story.Officer.Post($"{Story.Listings}/{listing}/same-person", new JsonObject { ["listingId"] = listing, ["reason"] = "同一人" });
        },

        ["UnmaskIdentity no_number_on_file"] = async (_, story) => await story.Unmask(await story.Proposed(Name, null)),
        ["LinkIdentity person_erased"] = async (_, story) =>
        {
            var listing = await story.Listed(Name, null);
            (await story.Repair(listing)).ShouldBe(HttpStatusCode.OK);
            (await Erase(story, listing)).ShouldBe(HttpStatusCode.OK);
            return await story.Officer.Post(
                $"{Story.Listings}/{listing}/identities", new JsonObject { ["kind"] = "otherName", ["name"] = "吴优", ["reason"] = "曾用名" });
        },
        ["ErasePerson person_still_listed"] = async (_, story) => await Erase(story, await story.Listed(Name, null)),

        ["RecordDetermination determination_stands_otherwise"] = async (_, story) =>
        {
            var listing = await story.Clerk.Get($"{Story.Listings}/{await story.Listed("林冲", null)}");
            var check = await story.Check("林冲", ResidentIds.Of(30));
            (await Determine("differentPerson")).ShouldBe(HttpStatusCode.OK);
            return await Determine("samePerson");

            Task<ApiAnswer> Determine(string finding) => story.Clerk.Post($"{Story.Checks}/{check["checkId"]}/determinations", new JsonObject
            {
                ["applicantIndex"] = 0,
                ["listingNumber"] = listing["number"],
                ["finding"] = finding,
                ["reason"] = "户籍地不同",
            });
        },
    };

    public static Task<ApiAnswer> Erase(Story story, string listing) =>
        story.Approver.Post($"{Story.Listings}/{listing}/erasure", new JsonObject { ["reason"] = "保存期限届满" });
}
