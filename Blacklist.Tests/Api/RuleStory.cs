using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>Rules over HTTP: one administrator drafts, another adopts.</summary>
internal sealed class RuleStory(RegistryNode node)
{
    public const string Rules = "/api/v1/rules";
    public const string Drafts = Rules + "/drafts";

    public ApiCaller First { get; } = node.As(ApiClientSamples.Administrator);

    public ApiCaller Second { get; } = node.As(ApiClientSamples.SecondAdministrator);

    /// <summary>The row of the catalogue, to be changed and drafted.</summary>
    public async Task<JsonObject> Rule(string id = "erdos-2018-4-2") =>
        (await First.Get(Rules)).ShouldBe(HttpStatusCode.OK).Body["rules"]!.AsArray().Single(rule => rule!["id"]!.ToString() == id)!.DeepClone().AsObject();

    public static JsonObject With(JsonObject rule, string field, JsonNode? value)
    {
        rule[field] = value;
        return rule;
    }

    public Task<ApiAnswer> Draft(JsonObject rule, ApiCaller? by = null) =>
        (by ?? First).Post(Drafts, new JsonObject { ["rule"] = rule.DeepClone(), ["reason"] = "修订" });

    public async Task<string> Drafted(JsonObject rule, ApiCaller? by = null) => (await Draft(rule, by)).ShouldBe(HttpStatusCode.Created)["id"]!;

    public Task<ApiAnswer> Adopt(string draft, ApiCaller? by = null) => (by ?? Second).Post($"{Drafts}/{draft}/adoption", "", Guid.NewGuid().ToString());

    public Task<ApiAnswer> Discard(string draft, ApiCaller? by = null) => (by ?? First).Post($"{Drafts}/{draft}/discard", new JsonObject { ["reason"] = "有误" });

    public Task<ApiAnswer> Retire(string rule, ApiCaller? by = null) => (by ?? First).Post($"{Rules}/{rule}/retirement", new JsonObject { ["reason"] = "废止" });

    public Task<ApiAnswer> DryRun(string draft, string? on = null, string query = "") =>
        First.Post($"{Drafts}/{draft}/dry-run{query}", on is null ? new JsonObject { ["effectiveOn"] = null } : new JsonObject { ["effectiveOn"] = on });

    public Task<ApiAnswer> DryRunChecks(string draft, string? on = null) =>
        First.Post($"{Drafts}/{draft}/dry-run/checks", new JsonObject { ["effectiveOn"] = on });

    /// <summary>Drafted by one and adopted by another.</summary>
    public async Task Adopted(JsonObject rule) => (await Adopt(await Drafted(rule))).ShouldBe(HttpStatusCode.OK);

    public Task<ApiAnswer> PolicyDocuments(string what, ApiCaller? by = null) =>
        (by ?? First).Post($"{Rules}/policy-documents/{what}", new JsonObject { ["documentNumber"] = "民法函〔2026〕8号", ["reason"] = "合法性审查" });
}
