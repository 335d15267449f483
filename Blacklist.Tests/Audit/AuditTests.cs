using System.Net;
using Blacklist.Api.Audit;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Vault;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Audit;

/// <summary>Whoever is shown something, or is refused it, is on record.</summary>
public sealed class AuditTests(AuditedRegistry registry) : IClassFixture<AuditedRegistry>
{
    [Fact]
    public void Every_endpoint_that_demands_a_permission_leaves_an_entry_and_of_the_public_ones_only_the_sign_in()
    {
        var endpoints = registry.Node.Service<EndpointDataSource>().Endpoints;

        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<RequiredPermission>() is not null && Audited.Of(endpoint) is null).ShouldBeEmpty();
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PublicBecause>() is not null && Audited.Of(endpoint) is not null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).ShouldBe(["issueToken"]);
        endpoints.Where(endpoint => Audited.Of(endpoint) is { HasOwnRecord: true }).Select(endpoint => endpoint.DisplayName)
            .ShouldBe(["HTTP: POST /api/v1/eligibility-checks/ => Handle"], "only checks have a record of their own");
    }

    [Fact]
    public async Task A_view_is_recorded_with_who_and_what_and_never_with_the_address_that_was_called()
    {
        var entry = await registry.EntryOf(
            ApiClientSamples.Officer, officer => officer.Get($"{Story.Listings}/{registry.Listing}?note=700000198512310030"), HttpStatusCode.OK);

        entry["kind"]!.ToString().ShouldBe("view");
        entry["caller"]!.ToString().ShouldBe("officer-150000");
        entry["department"]!.ToString().ShouldBe("测试单位");
        entry["permission"]!.ToString().ShouldBe("readListings");
        entry["endpoint"]!.ToString().ShouldBe("GET /api/v1/listings/{id:guid}");
        entry["subjects"]!.ToJsonString().ShouldBe($"[\"{registry.Listing}\"]");
        entry["disclosed"]!.ToString().ShouldBe("caseFile");
        entry["count"]!.GetValue<int>().ShouldBe(1);
        entry["status"]!.GetValue<int>().ShouldBe(200);
        entry["requestId"]!.ToString().Length.ShouldBe(32);
        DateTimeOffset.Parse(entry["at"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(RegistryNode.Today);
        entry.ToJsonString().ShouldNotContain("70000019851231");
    }

    [Fact]
    public async Task A_page_of_a_list_is_a_search_and_names_every_row_that_it_showed()
    {
        var entry = await registry.EntryOf(ApiClientSamples.Officer, officer => officer.Get(Story.Listings), HttpStatusCode.OK);

        entry["kind"]!.ToString().ShouldBe("search");
        entry["subjects"]!.AsArray().Select(id => id!.ToString()).ShouldContain(registry.Listing);
        entry["count"]!.GetValue<int>().ShouldBe(entry["subjects"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("auditor-000000", "letters/decision", HttpStatusCode.OK, "export", "caseFile")]
    [InlineData("partner-150600", "", HttpStatusCode.Forbidden, "view", "nothing")]
    [InlineData("appeals-500000", "", HttpStatusCode.NotFound, "view", "nothing")]
    public async Task What_leaves_as_a_letter_is_an_export_and_what_is_refused_discloses_nothing(
        string client, string path, HttpStatusCode status, string kind, string disclosed)
    {
        var caller = ApiClientSamples.All.Single(known => known.Id == client);
        (await registry.Node.As(caller).Get($"{Story.Listings}/{registry.Listing}/{path}")).ShouldBe(status);

        var entry = (await registry.Trail($"caller={client}&kind={kind}"))[0];
        entry["status"]!.GetValue<int>().ShouldBe((int)status);
        entry["disclosed"]!.ToString().ShouldBe(disclosed);
        entry["subjects"]!.ToJsonString().ShouldContain(registry.Listing);
    }

    [Fact]
    public async Task What_nobody_known_is_refused_leaves_one_entry_a_minute_that_counts_them()
    {
        using var nobody = ApiCaller.Anonymous(registry.Node.Url);
        for (var times = 0; times < 5; times++)
        {
            (await nobody.Get($"{Story.Listings}/{registry.Listing}/history")).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await Unknown()).ShouldHaveSingleItem()["count"]!.GetValue<int>().ShouldBe(1);
        registry.Node.Clock.Now += TimeSpan.FromSeconds(61);
        (await nobody.Get($"{Story.Listings}/{registry.Listing}/history")).ShouldBe(HttpStatusCode.Unauthorized);
        registry.Node.Clock.Now = RegistryNode.Today;
        (await Unknown()).Select(entry => entry["count"]!.GetValue<int>()).ShouldBe([5, 1]);

        async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> Unknown() =>
            [.. (await registry.Trail("caller=&refused=true&limit=100")).Where(entry => entry["endpoint"]!.ToString().EndsWith("/history", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Refusals_are_found_by_themselves()
    {
        (await registry.Node.As(ApiClientSamples.Partner).Get($"{Story.Listings}/{registry.Listing}")).ShouldBe(HttpStatusCode.Forbidden);

        (await registry.Trail("refused=true")).ShouldAllBe(entry => entry["status"]!.GetValue<int>() >= 400);
        (await registry.Trail("refused=false")).ShouldAllBe(entry => entry["status"]!.GetValue<int>() < 400 || entry["status"]!.GetValue<int>() == 409);
        (await registry.Trail("refused=true&caller=partner-150600")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_sign_in_is_recorded_and_so_is_one_that_fails()
    {
        var secret = await registry.Node.Service<ApiClients>().NewSecret("clerk-500000");
        using var known = await ApiCaller.SignIn(registry.Node.Url, "clerk-500000", secret!);
        using var nobody = new HttpClient { BaseAddress = registry.Node.Url };
        foreach (var client in new[] { "clerk-500000", "nobody-000000" })
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", "bls_wrong")]);
            using var refused = await nobody.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var tries = await registry.Trail("kind=signIn&caller=clerk-500000");
        tries.Select(entry => entry["status"]!.GetValue<int>()).ShouldBe([401, 200]);
        (await registry.Trail("kind=signIn&refused=true")).Select(entry => entry["caller"]!.ToString()).ShouldBe(["", "clerk-500000"]);
    }

    [Fact]
    public async Task A_genuine_token_that_is_too_old_tells_who_was_refused_and_a_forged_one_tells_nothing()
    {
        var node = registry.Node;
        var secret = await node.Service<ApiClients>().NewSecret("clerk-000000");
        node.Clock.Now = DateTimeOffset.UtcNow.AddHours(-2); // tokens are believed by the machine's clock and issued by the node's
        using var late = await ApiCaller.SignIn(node.Url, "clerk-000000", secret!);
        node.Clock.Now = RegistryNode.Today;
        (await late.Get(Story.Listings)).ShouldBe(HttpStatusCode.Unauthorized);
        var refused = await registry.Trail("caller=clerk-000000&refused=true");
        refused.ShouldHaveSingleItem()["endpoint"]!.ToString().ShouldBe("GET /api/v1/listings/");

        using var forged = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Url, Story.Listings));
        forged.Headers.Authorization = new("Bearer", late.Token[..^8] + "AAAAAAAA");
        using var http = new HttpClient();
        using var answer = await http.SendAsync(forged);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await registry.Trail("caller=clerk-000000&refused=true")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_check_is_in_the_trail_once_by_its_own_record_and_a_refused_one_by_an_entry()
    {
        var check = await registry.Node.Story.Check("慕容复", ResidentIds.Of(1));
        var entry = (await registry.Trail("kind=check&caller=clerk-150600"))[0];

        entry["id"]!.ToString().ShouldBe(check["checkId"]);
        entry["purpose"]!.ToString().ShouldBe("registration");
        entry["applicationReference"]!.ToString().ShouldNotBeEmpty();
        (await registry.Node.Database.Owner.Scalar<long>("SELECT count(*) FROM audit.entries WHERE endpoint = 'POST /api/v1/eligibility-checks/' AND status = 200")).ShouldBe(0);

        var body = Story.AQuestion("150602", false, Story.AnApplicant("慕容复", ResidentIds.Of(1)));
        (await registry.EntryOf(ApiClientSamples.ClerkElsewhere, clerk => clerk.Post(Story.Checks, body), HttpStatusCode.Forbidden))["kind"]!.ToString().ShouldBe("check");
    }

    [Fact]
    public async Task A_question_about_the_past_carries_its_purpose_and_application()
    {
        var body = Story.AQuestion("150602", false, Story.AnApplicant("慕容复", ResidentIds.Of(1)));
        body["effectiveOn"] = "2026-11-20";
        body["logPosition"] = 5;
        var entry = await registry.EntryOf(ApiClientSamples.Clerk, clerk => clerk.Post($"{Story.Checks}/as-of", body), HttpStatusCode.OK);

        entry["kind"]!.ToString().ShouldBe("check");
        entry["purpose"]!.ToString().ShouldBe("registration");
        entry["applicationReference"]!.ToString().ShouldBe(body["applicationReference"]!.ToString());
    }

    [Fact]
    public async Task Reading_the_audit_is_recorded_too_and_pages_follow_one_another()
    {
        var first = (await registry.Auditor.Get($"{AuditedRegistry.Entries}?limit=2&until=2099-01-01T00:00:00Z")).ShouldBe(HttpStatusCode.OK);
        var second = (await registry.Auditor.Get($"{AuditedRegistry.Entries}?limit=2&cursor={first["nextCursor"]}")).ShouldBe(HttpStatusCode.OK);
        string[] ids = [.. first.Body["items"]!.AsArray().Concat(second.Body["items"]!.AsArray()).Select(item => item!["id"]!.ToString())];

        ids.ShouldBe(ids.OrderDescending());
        ids.ShouldBeUnique();
        var entry = (await registry.Trail("caller=auditor-000000&limit=5"))[0];
        entry["permission"]!.ToString().ShouldBe("readAudit");
        entry["disclosed"]!.ToString().ShouldBe("trail");
    }

    [Fact]
    public async Task An_auditor_sees_the_callers_and_applications_of_the_own_regions_only()
    {
        (await registry.Node.Story.Check("慕容复", ResidentIds.Of(2))).ShouldBe(HttpStatusCode.OK);

        var seen = await registry.Trail(by: registry.Node.As(ApiClientSamples.AuditorElsewhere));

        seen.Select(entry => entry["caller"]!.ToString()).Distinct().ShouldBeSubsetOf(["auditor-500000", "clerk-500000", "appeals-500000"]);
    }

    [Theory]
    [InlineData("UPDATE audit.entries SET caller = 'somebody-else'")]
    [InlineData("DELETE FROM audit.entries")]
    [InlineData("TRUNCATE audit.entries")]
    [InlineData("INSERT INTO audit.roots SELECT * FROM audit.roots")]
    [InlineData("DELETE FROM audit.roots")]
    [InlineData("ALTER TABLE audit.entries DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE audit.entries_2026_11")]
    [InlineData("UPDATE audit.entries_2026_11 SET caller = 'somebody-else'")]
    public async Task The_services_role_changes_nothing_that_is_recorded(string statement) =>
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => registry.Node.Database.App.Execute(statement))).SqlState
            .ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);

    [Theory]
    [InlineData("UPDATE audit.entries SET caller = 'somebody-else'")]
    [InlineData("DELETE FROM audit.entries_2026_11")]
    [InlineData("DELETE FROM audit.roots")]
    public async Task Nor_does_the_owner_by_a_slip_of_the_hand(string statement) =>
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => registry.Node.Database.Owner.Execute(statement))).SqlState.ShouldBe("RG003");
}
