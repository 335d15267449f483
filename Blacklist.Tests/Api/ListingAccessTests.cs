using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>Who may change a listing in force, and that to others it is not there.</summary>
public sealed class ListingAccessTests(ToldStory told) : IClassFixture<ToldStory>
{
    private static readonly Dictionary<string, JsonObject> Changes = new()
    {
        ["suspension"] = new() { ["from"] = "2026-11-01" },
        ["suspension/end"] = new() { ["resumedOn"] = "2026-11-10" },
        ["variation"] = new() { ["effectiveOn"] = "2026-11-01", ["endsOn"] = "2027-06-30" },
        ["waiver"] = new() { ["organizations"] = new JsonArray("某某协会"), ["from"] = "2026-11-01" },
        [$"waivers/{Guid.Empty}/withdrawal"] = new() { ["withdrawnOn"] = "2026-11-10" },
        ["repair"] = new() { ["repairedOn"] = "2026-11-01" },
        ["annulment"] = new() { ["annulledOn"] = "2026-11-01" },
    };

    private readonly Story _story = told.Story;

    public static TheoryData<string> Ways => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Only_who_decides_or_handles_appeals_changes_a_listing(string way)
    {
        foreach (var other in new[] { _story.Officer, _story.Clerk, told.Node.As(ApiClientSamples.Auditor), told.Node.As(ApiClientSamples.Partner) })
        {
            (await Send(way, Guid.NewGuid().ToString(), other)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_listing_of_another_region_is_not_there(string way)
    {
        var listing = await _story.Listed("甲秋山", ResidentIds.Of(970));
        var elsewhere = told.Node.As(ApiClientSamples.AppealsElsewhere);

        (await Send(way, listing, elsewhere)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Send(way, Guid.NewGuid().ToString(), elsewhere)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Who_handles_appeals_changes_listings_too()
    {
        var listing = await _story.Listed("乙秋山", ResidentIds.Of(971));
        var appeals = told.Node.As(ApiClientSamples.AppealsAdministrator);

        (await _story.Suspend(listing, by: appeals)).ShouldBe(HttpStatusCode.OK);
        (await _story.Resume(listing, by: appeals)).ShouldBe(HttpStatusCode.OK);
        (await _story.Repair(listing, by: appeals)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("repaired");
    }

    [Fact]
    public async Task Only_the_case_officer_serves_notices()
    {
        var listing = await _story.Proposed("丙秋山", null);
        var attempt = new JsonObject { ["attemptedOn"] = "2026-03-06", ["failure"] = "refused", ["proof"] = "送达情况说明1号" };

        (await _story.Approver.Post($"{Story.Listings}/{listing}/service-attempts", attempt)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _story.Officer.Post($"{Story.Listings}/{Guid.NewGuid()}/service-attempts", attempt.DeepClone())).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_change_to_a_state_that_has_moved_is_a_conflict()
    {
        var listing = await _story.Listed("丁秋山", ResidentIds.Of(972));
        var body = new JsonObject { ["from"] = "2026-11-01", ["documentNumber"] = "鄂民中止字〔2026〕1号", ["reason"] = "复议" };

        (await _story.Approver.Post($"{Story.Listings}/{listing}/suspension", body, ifMatch: "\"2\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _story.Approver.Post($"{Story.Listings}/{listing}/suspension", body.DeepClone(), ifMatch: "\"3\"")).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("4");
    }

    private Task<ApiAnswer> Send(string way, string listing, ApiCaller by) => _story.Change(listing, way, (JsonObject)Changes[way].DeepClone(), by);
}
