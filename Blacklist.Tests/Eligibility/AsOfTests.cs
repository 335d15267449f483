using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Hosting;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Tests.Api;

namespace Blacklist.Tests.Eligibility;

/// <summary>What the registry knew at one time about effect at another, over HTTP.</summary>
public sealed class AsOfTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private const string AsOf = Story.Checks + "/as-of";

    private readonly Story _story = nodes.Story;

    [Fact]
    public async Task A_listing_and_its_annulment_are_each_seen_at_their_time_on_every_node()
    {
        const string Name = "甲时远";
        var number = ResidentIds.Of(900);
        var before = await _story.Check(Name, number);
        var listing = await _story.Listed(Name, number);
        var refused = await _story.Check(Name, number);
        (await _story.Annul(listing)).ShouldBe(HttpStatusCode.OK);
        var after = await _story.Check(Name, number);

        await nodes.OnEveryNode(async story =>
        {
            foreach (var check in new[] { before, refused, after })
            {
                var reading = (await Ask(story, check, Name, number)).ShouldBe(HttpStatusCode.OK);
                reading.Text.ShouldBe(Bare(check, reading), check.Text);
                reading.Body.AsObject().ContainsKey("receipt").ShouldBeFalse();
            }
        });
        (await Ask(_story, refused, Name, number)).Verdict().ShouldBe("restricted");
        (await Ask(_story, after, Name, number)).Verdict().ShouldBe("eligible");
    }

    [Fact]
    public async Task What_was_linked_then_is_found_then_after_the_link_is_gone()
    {
        var number = ResidentIds.Of(901);
        var listing = await _story.Listed("乙时远", number);
        var former = await _story.Link(listing, "otherName", "乙秋时", IdentitySteps.ADocument("E71000001", "passport", "CHN"));
        var during = await CheckByPassport("乙秋时");
        during.ShouldAnswer("restricted", "listing_in_force");
        await _story.Unlink(listing, former);
        (await CheckByPassport("乙秋时")).ShouldAnswer("eligible");

        await nodes.OnEveryNode(async story =>
        {
            var applicant = Story.AnApplicant("乙秋时", number: null);
            applicant["documents"] = new JsonArray(IdentitySteps.ADocument("E71000001", "passport", "CHN"));
            var reading = await story.Clerk.Post(AsOf, AsOfQuestion(during["logPosition"]!, applicant));
            reading.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(Bare(during, reading));
        });
    }

    [Fact]
    public async Task An_instant_stands_for_the_position_the_log_had_then()
    {
        const string Name = "丙时远";
        var number = ResidentIds.Of(902);
        await _story.Listed(Name, number);
        var check = await _story.Check(Name, number);
        var instant = await RecordedAt(long.Parse(check["logPosition"]!));

        var question = AsOfQuestion(null, Story.AnApplicant(Name, number));
        question["knownAt"] = instant.ToString("O");
        var reading = await _story.Clerk.Post(AsOf, question);
        reading.Text.ShouldBe(Bare(check, reading));

        question["knownAt"] = instant.AddTicks(-10).ToString("O");
        var earlier = (await _story.Clerk.Post(AsOf, question)).ShouldBe(HttpStatusCode.OK);
        long.Parse(earlier["logPosition"]!).ShouldBeLessThan(long.Parse(check["logPosition"]!));
    }

    [Fact]
    public async Task The_date_decides_whether_the_term_runs()
    {
        const string Name = "丁时远";
        var number = ResidentIds.Of(903);
        await _story.Listed(Name, number);
        var check = await _story.Check(Name, number);
        var question = AsOfQuestion(check["logPosition"], Story.AnApplicant(Name, number));
        question["effectiveOn"] = "2041-01-01";

        (await _story.Clerk.Post(AsOf, question)).Verdict().ShouldBe("eligible");
    }

    [Theory]
    [InlineData(null, null, "as_of_needs_one_moment")]
    [InlineData("2026-01-01T00:00:00Z", 3L, "as_of_needs_one_moment")]
    [InlineData("2126-01-01T00:00:00Z", null, "moment_in_future")]
    [InlineData(null, 1_000_000_000L, "moment_in_future")]
    [InlineData("2001-01-01T00:00:00Z", null, "moment_before_registry")]
    [InlineData(null, 0L, "moment_before_registry")]
    public async Task A_moment_that_is_none_is_refused(string? knownAt, long? position, string code)
    {
        var question = AsOfQuestion(null, Story.AnApplicant("戊时远", ResidentIds.Of(904)));
        question["knownAt"] = knownAt;
        question["logPosition"] = position;

        (await _story.Clerk.Post(AsOf, question)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task It_is_a_reading_within_the_callers_regions_and_records_nothing()
    {
        var question = AsOfQuestion("1", Story.AnApplicant("己时远", ResidentIds.Of(905)));
        var before = await Count();

        (await nodes.Node.As(ApiClientSamples.ClerkElsewhere).Post(AsOf, question)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await nodes.Node.As(ApiClientSamples.Officer).Post(AsOf, question)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await nodes.Node.As(ApiClientSamples.Auditor).Post(AsOf, question)).ShouldBe(HttpStatusCode.OK);
        (await Count()).ShouldBe(before);

        async Task<int> Count() => (await RecordedChecks.Read(nodes.Node.Service<OpenRegistry>().Database.App, nodes.Node.Service<IdentityVault>())).Count;
    }

    [Fact]
    public async Task Findings_are_seen_at_their_time()
    {
        const string Name = "庚时远";
        var number = ResidentIds.Of(906);
        await _story.Listed(Name, number: null);
        var open = await _story.Check(Name, number);
        var found = (await _story.Determine(open, "differentPerson")).ShouldBe(HttpStatusCode.OK);
        (await _story.Check(Name, number)).ShouldAnswer("eligible", "found_different");
        (await _story.Revoke(open, found)).ShouldBe(HttpStatusCode.OK);
        (await _story.Check(Name, number)).ShouldAnswer("review", "name_only");

        (await RecordedChecks.ShouldBeAsTheyWereRecorded(
            nodes.Node.Service<OpenRegistry>().Database.App, nodes.Node.Service<IdentityVault>(), nodes.Node.Service<RegistryPast>())).ShouldBeGreaterThan(2);
    }

    /// <summary>The work on effects asks one reading thousands of questions while clerks go on.</summary>
    [Fact]
    public async Task A_long_reading_does_not_learn_what_comes_behind_its_horizon()
    {
        const string Name = "辛时远";
        var listing = await _story.Listed(Name, ResidentIds.Of(907));
        var answered = await _story.Check(Name, ResidentIds.Of(908));
        answered.ShouldAnswer("eligible", "different_document");
        var check = (await RecordedChecks.Read(nodes.Node.Service<OpenRegistry>().Database.App, nodes.Node.Service<IdentityVault>()))
            .Single(recorded => recorded.Id.ToString() == answered["checkId"]);
        var question = new PastQuestion(check.Question, check.Position, check.EffectiveOn);
        var reading = await nodes.Node.Service<RegistryPast>().Open(check.Position);
        (await reading.Answer([question with { Position = check.Position - 1 }]))[0].Verdict.ShouldBe(Verdict.Eligible);

        await _story.Link(listing, "furtherDocument", Name, [IdentitySteps.ADocument(ResidentIds.Of(908))]);
        await nodes.Node.Service<IndexFollower>().CatchUp();

        (await reading.Answer([question]))[0].Verdict.ShouldBe(Verdict.Eligible);
    }

    private Task<ApiAnswer> Ask(Story story, ApiAnswer check, string name, string number) =>
        story.Clerk.Post(AsOf, AsOfQuestion(check["logPosition"], Story.AnApplicant(name, number)));

    private static JsonObject AsOfQuestion(string? position, JsonObject applicant)
    {
        var question = Story.AQuestion("150602", charitable: false, applicant.DeepClone());
        question["effectiveOn"] = "2026-11-21";
        question["logPosition"] = position is null ? null : long.Parse(position);
        return question;
    }

    /// <summary>The recorded answer in the order in which a reading is written.</summary>
    private static string Bare(ApiAnswer check, ApiAnswer reading)
    {
        var expected = new JsonObject();
        foreach (var (name, _) in reading.Body.AsObject())
        {
            expected[name] = check.Body[name]?.DeepClone();
        }

        JsonNode.DeepEquals(expected, reading.Body).ShouldBeTrue($"{reading.Text}\n{check.Text}");
        return reading.Text;
    }

    private Task<ApiAnswer> CheckByPassport(string name)
    {
        var applicant = Story.AnApplicant(name, number: null);
        applicant["documents"] = new JsonArray(IdentitySteps.ADocument("E71000001", "passport", "CHN"));
        return _story.Clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, applicant));
    }

    private async Task<DateTimeOffset> RecordedAt(long position)
    {
        await using var command = nodes.Node.Service<OpenRegistry>().Database.App.CreateCommand($"SELECT timestamp FROM registry.mt_events WHERE seq_id = {position}");
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }
}
