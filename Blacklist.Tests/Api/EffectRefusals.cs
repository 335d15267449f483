using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Tests.Eligibility;

namespace Blacklist.Tests.Api;

/// <summary>Every refusal about what a later fact does to earlier answers, met over HTTP.</summary>
internal static class EffectRefusals
{
    private const string Name = "吴后知";

    public static IReadOnlyDictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>> Ways { get; } = new Dictionary<string, Func<RegistryNode, Story, Task<ApiAnswer>>>
    {
        ["AcknowledgeCallerNotice notice_of_another_caller"] = async (node, story) =>
        {
            await RefusedWrongly(node, story, ResidentIds.Of(960));
            var notice = await First(story, "/api/v1/notices");
            return await node.As(ApiClientSamples.AuditingClerk).Post($"/api/v1/notices/{notice}/acknowledgement", new JsonObject());
        },
        ["CompleteReexamination reexamination_completed_otherwise"] = async (node, story) =>
        {
            await RefusedWrongly(node, story, ResidentIds.Of(961));
            var completion = $"/api/v1/reexaminations/{await First(story, "/api/v1/reexaminations")}/completion";
            (await story.Clerk.Post(completion, Outcome("refusalWithdrawn"))).ShouldBe(HttpStatusCode.OK);
            return await story.Clerk.Post(completion, Outcome("nothingToWithdraw"));
        },
    };

    private static async Task RefusedWrongly(RegistryNode node, Story story, string number)
    {
        var listing = await story.Listed(Name, number);
        (await story.Check(Name, number)).Verdict().ShouldBe("restricted");
        (await story.Annul(listing)).ShouldBe(HttpStatusCode.OK);
        await EffectsTurns.Finish(node);
    }

    private static async Task<string> First(Story story, string list) =>
        (await story.Clerk.Get(list)).ShouldBe(HttpStatusCode.OK).Body["items"]![0]!["id"]!.ToString();

    private static JsonObject Outcome(string outcome) => new() { ["outcome"] = outcome, ["reason"] = "列入已撤销" };
}
