using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Audit;

/// <summary>Who looked up this person?</summary>
public sealed class PersonTrailTests(AuditedRegistry registry) : IClassFixture<AuditedRegistry>
{
    private const string Persons = "/api/v1/audit/persons";

    [Fact]
    public async Task Both_who_asked_about_the_person_and_who_saw_the_listing_or_the_check_are_found()
    {
        var story = registry.Node.Story;
        var check = (await story.Check(AuditedRegistry.ListedName, ResidentIds.Zhang))["checkId"]!;
        (await story.Check("慕容复", ResidentIds.Of(77))).ShouldBe(HttpStatusCode.OK);
        (await registry.Node.As(ApiClientSamples.AuditingClerk).Get($"{Story.Checks}/{check}")).ShouldBe(HttpStatusCode.OK);
        (await registry.Node.As(ApiClientSamples.AppealsAdministrator).Get($"{Story.Listings}/{registry.Listing}")).ShouldBe(HttpStatusCode.OK);
        (await registry.Node.As(ApiClientSamples.Partner).Get($"{Story.Listings}/{registry.Listing}")).ShouldBe(HttpStatusCode.Forbidden);

        var byListing = await Trail(new JsonObject { ["listingId"] = registry.Listing });
        var byDocument = await Trail(new JsonObject { ["document"] = new JsonObject { ["type"] = "residentId", ["number"] = ResidentIds.Zhang } });

        foreach (var trail in new[] { byListing, byDocument })
        {
            var found = trail.Select(entry => $"{entry!["kind"]} {entry["caller"]} {entry["status"]}").ToList();
            found.Count(entry => entry == "check clerk-150600 200").ShouldBe(1);
            found.ShouldContain("view auditing-clerk-000000 200");
            found.ShouldContain("view appeals-150000 200");
            found.ShouldContain("view partner-150600 403");
        }
    }

    [Fact]
    public async Task Somebody_who_was_asked_about_and_is_not_listed_is_found_by_the_document()
    {
        var check = (await registry.Node.Story.Check("慕容复", ResidentIds.Of(5)))["checkId"]!;

        var trail = await Trail(new JsonObject { ["document"] = new JsonObject { ["type"] = "residentId", ["number"] = ResidentIds.Of(5) } });

        trail.ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(check);
    }

    [Fact]
    public async Task Asking_who_looked_is_recorded_at_the_persons_listing()
    {
        await Trail(new JsonObject { ["listingId"] = registry.Listing });

        var entry = (await registry.Trail($"subject={registry.Listing}&caller=auditor-000000&limit=1")).ShouldHaveSingleItem();
        entry["endpoint"]!.ToString().ShouldBe("POST /api/v1/audit/persons");
        entry["kind"]!.ToString().ShouldBe("search");
    }

    [Fact]
    public async Task A_person_is_given_one_way()
    {
        (await registry.Auditor.Post(Persons, new JsonObject())).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "person_given_one_way");
        (await registry.Node.Story.Clerk.Post(Persons, new JsonObject { ["listingId"] = registry.Listing })).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<JsonArray> Trail(JsonObject person) =>
        (await registry.Auditor.Post($"{Persons}?limit=200", person)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray();
}
