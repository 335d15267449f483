using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>What is found of a person after the listing: documents, names, other entries, and that somebody is somebody else.</summary>
internal static class IdentitySteps
{
    public static JsonObject ADocument(string number, string type = "residentId", string? country = null) =>
        new() { ["type"] = type, ["number"] = number, ["issuingCountry"] = country };

    /// <returns>The reference of what was linked.</returns>
    public static async Task<string> Link(this Story story, string listing, string kind, string name, params JsonNode[] documents) =>
        (await story.Officer.Post($"{Story.Listings}/{listing}/identities", new JsonObject
        {
            ["kind"] = kind,
            ["name"] = name,
            ["reason"] = "户籍档案载明",
            ["documents"] = new JsonArray(documents),
        })).ShouldBe(HttpStatusCode.Created)["identityId"]!;

    public static async Task Unlink(this Story story, string listing, string identity) =>
        (await story.Officer.Post($"{Story.Listings}/{listing}/identities/{identity}/removal", new JsonObject { ["reason"] = "经核对为他人" }))
            .ShouldBe(HttpStatusCode.OK);

    /// <returns>The reference by which the two are split again.</returns>
    public static async Task<string> Merge(this Story story, string listing, string other) =>
        (await story.Officer.Post($"{Story.Listings}/{listing}/same-person", new JsonObject { ["listingId"] = other, ["reason"] = "两案照片一致" }))
            .ShouldBe(HttpStatusCode.OK)["identityId"]!;

    public static Task<ApiAnswer> Unmask(this Story story, string listing, ApiCaller? by = null, string? key = null) =>
        (by ?? story.Officer).Post($"{Story.Listings}/{listing}/unmasking", new JsonObject { ["purpose"] = "service", ["reason"] = "核实地址以送达决定书" }, key);

    /// <summary>About the first applicant of a check and the first listing its answer names.</summary>
    public static Task<ApiAnswer> Determine(this Story story, ApiAnswer check, string finding, ApiCaller? by = null) =>
        (by ?? story.Clerk).Post($"{Story.Checks}/{check["checkId"]}/determinations", new JsonObject
        {
            ["applicantIndex"] = 0,
            ["listingNumber"] = check.Reasons()[0]!["listingNumber"]!.ToString(),
            ["finding"] = finding,
            ["reason"] = "户籍地与照片比对",
        });

    public static Task<ApiAnswer> Revoke(this Story story, ApiAnswer check, ApiAnswer determination) =>
        story.Clerk.Post($"{Story.Checks}/{check["checkId"]}/determinations/{determination["id"]}/revocation", new JsonObject { ["reason"] = "认定有误" });
}
