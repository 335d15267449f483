using System.Net;
using Blacklist.Tests.Vault;
using static Blacklist.Tests.Api.RuleStory;

namespace Blacklist.Tests.Api;

/// <summary>Who would change, and how, before anybody decides.</summary>
public sealed class DryRunTests : IAsyncLifetime
{
    private RegistryNode _node = null!;
    private RuleStory _rules = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _rules = new RuleStory(_node);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_shorter_term_shows_whose_last_day_moves_and_touches_nothing()
    {
        var listed = await Number(await _node.Story.Listed("张建国", ResidentIds.Zhang));
        await _node.Story.Listed("欧阳明月", number: null);
        await _node.Story.Annul(await _node.Story.Listed("李某", null));
        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));
        var position = await Position();

        var answer = (await _rules.DryRun(draft)).ShouldBe(HttpStatusCode.OK);

        (answer["ruleId"], answer["effectiveOn"], answer["ruleSetVersion"], answer["listings"]).ShouldBe(("erdos-2018-4-2", "2026-11-21", "5", "2"));
        answer.Body["counts"]!.ToJsonString().ShouldBe("""[{"change":"endsOtherwise","listings":2}]""");
        var row = answer.Body["changes"]!["items"]!.AsArray().First()!;
        row.ToJsonString().ShouldBe(
            $$$"""{"listingNumber":"{{{listed}}}","region":"150602","change":"endsOtherwise","before":{"effect":"restricted","reason":"listing_in_force","until":"2031-03-02","missing":[]},"after":{"effect":"restricted","reason":"listing_in_force","until":"2029-03-02","missing":[]}}""");
        (await Position()).ShouldBe(position);
        (await _node.Story.Check("张建国", ResidentIds.Zhang)).Body["applicants"]![0]!["reasons"]![0]!["until"]!.ToString().ShouldBe("2031-03-02");
    }

    [Fact]
    public async Task It_may_be_asked_for_another_day()
    {
        await _node.Story.Listed("张建国", ResidentIds.Zhang);
        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));

        (await _rules.DryRun(draft, "2029-03-03")).Body["counts"]!.ToJsonString().ShouldBe("""[{"change":"noLongerBarred","listings":1}]""");
        (await _rules.DryRun(draft, "2031-03-03")).Body["counts"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Past_checks_show_whose_verdict_would_change_and_stay_as_they_are()
    {
        await _node.Story.Listed("张建国", ResidentIds.Zhang);
        var refused = await _node.Story.Check("张建国", ResidentIds.Zhang);
        await _node.Story.Check("欧阳明月", ResidentIds.Of(990));
        var draft = await _rules.Drafted(With(await _rules.Rule(), "effect", "review"));

        var answer = (await _rules.DryRunChecks(draft)).ShouldBe(HttpStatusCode.OK);

        answer["checks"].ShouldBe("2");
        answer.Body["changes"]!["items"]!.ToJsonString().ShouldBe(
            $$"""[{"checkId":"{{refused["checkId"]}}","region":"150602","applicant":0,"before":"restricted","after":"review"}]""");
        (answer.Body["changes"]!["nextCursor"] is null).ShouldBeTrue();
        (await _node.Story.Clerk.Get($"{Story.Checks}/{refused["checkId"]}")).Verdict().ShouldBe("restricted");
        (await _rules.DryRunChecks(draft, "2031-03-03")).Body["changes"]!["items"]!.AsArray().ShouldBeEmpty();
        (await _rules.DryRunChecks(Guid.NewGuid().ToString())).ShouldBeRefused(HttpStatusCode.Conflict, "rule_draft_not_open");
    }

    [Fact]
    public async Task What_it_says_is_what_happens()
    {
        await _node.Story.Listed("张建国", ResidentIds.Zhang);
        var draft = await _rules.Drafted(With(await _rules.Rule(), "effect", "review"));
        var row = (await _rules.DryRun(draft)).Body["changes"]!["items"]!.AsArray().ShouldHaveSingleItem()!;
        (await _rules.Adopt(draft)).ShouldBe(HttpStatusCode.OK);

        (row["change"]!.ToString(), row["after"]!["effect"]!.ToString()).ShouldBe(("noLongerBarred", "review"));
        (await _node.Story.Check("张建国", ResidentIds.Zhang)).ShouldAnswer("review", row["after"]!["reason"]!.ToString());
    }

    [Fact]
    public async Task The_rows_come_a_page_at_a_time_by_number()
    {
        var numbers = new List<string>();
        foreach (var name in new[] { "张一", "张二", "张三" })
        {
            numbers.Add(await Number(await _node.Story.Listed(name, null)));
        }

        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));
        var first = (await _rules.DryRun(draft, query: "?limit=2")).Body["changes"]!;
        var second = (await _rules.DryRun(draft, query: $"?limit=2&cursor={first["nextCursor"]}")).Body["changes"]!;

        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(row => row!["listingNumber"]!.ToString()).ShouldBe(numbers);
        second["nextCursor"].ShouldBeNull();
    }

    [Fact]
    public async Task Only_an_open_draft_can_be_tried()
    {
        var draft = await _rules.Drafted(With(await _rules.Rule(), "term", "P3Y"));
        await _rules.Discard(draft);
        (await _rules.DryRun(draft)).ShouldBeRefused(HttpStatusCode.Conflict, "rule_draft_not_open");
        (await _rules.DryRun(Guid.Empty.ToString())).ShouldBeRefused(HttpStatusCode.Conflict, "rule_draft_not_open");
    }

    private async Task<string> Number(string listing) => (await _node.Story.Officer.Get($"{Story.Listings}/{listing}"))["number"]!;

    private Task<long> Position() => _node.Database.Owner.Scalar<long>("SELECT position FROM registry.log_position");
}
