using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Eligibility;

/// <summary>Who was answered before is told when a later fact makes the answer another, over HTTP.</summary>
public sealed class EffectsTests : IAsyncLifetime
{
    private const string Notices = "/api/v1/notices";
    private const string Reexaminations = "/api/v1/reexaminations";

    private RegistryNode _node = null!;

    private Story Story => _node.Story;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Cleared_then_listed_is_told_as_a_wrong_clearance_to_each_caller_that_asked()
    {
        const string Name = "甲后知";
        var number = ResidentIds.Of(950);
        var check = await Story.Check(Name, number);
        await Story.Check(Name, number, by: _node.As(ApiClientSamples.ClerkOfNation));
        await Story.Check("与此无关", ResidentIds.Of(951));
        await Story.Listed(Name, number);
        await Story.Check(Name, number); // knew it already

        await EffectsTurns.Finish(_node);

        var notices = await NoticesOf(Story.Clerk);
        notices.Select(notice => (Int(notice, "checks"), Int(notice, "wrongRefusals"), Int(notice, "wrongClearances"))).ShouldBe([(1, 0, 0), (1, 0, 1)]);
        (await NoticesOf(_node.As(ApiClientSamples.ClerkOfNation))).Count.ShouldBe(2);
        (await NoticesOf(_node.As(ApiClientSamples.Auditor))).Count.ShouldBe(4);
        var affected = await Story.Clerk.Get($"{Notices}/{notices[1]["id"]}/checks");
        affected.ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldHaveSingleItem();
        Row(affected).ShouldBe((check["checkId"], "eligible", "review", "restricted", "review", "restricted"));
    }

    [Fact]
    public async Task Refused_then_annulled_is_told_and_examined_again()
    {
        const string Name = "乙后知";
        var number = ResidentIds.Of(952);
        var listing = await Story.Listed(Name, number);
        var check = await Story.Check(Name, number);
        check.Verdict().ShouldBe("restricted");
        (await Story.Annul(listing)).ShouldBe(HttpStatusCode.OK);
        await EffectsTurns.Finish(_node);

        var notice = (await NoticesOf(Story.Clerk)).ShouldHaveSingleItem();
        Int(notice, "wrongRefusals").ShouldBe(1);
        notice["acknowledgeUntil"].ShouldNotBeNull();
        var tasks = (await Story.Clerk.Get(Reexaminations)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray();
        tasks.ShouldHaveSingleItem()!["checkId"]!.ToString().ShouldBe(check["checkId"]);

        var done = $"{Reexaminations}/{tasks[0]!["id"]}/completion";
        (await Story.Clerk.Post(done, Completion("refusalWithdrawn"))).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("2");
        (await Story.Clerk.Post(done, Completion("refusalWithdrawn"))).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("2");
        (await Story.Clerk.Post(done, Completion("nothingToWithdraw"))).ShouldBeRefused(HttpStatusCode.Conflict, "reexamination_completed_otherwise");
        (await _node.As(ApiClientSamples.ClerkElsewhere).Post(done, Completion("refusalWithdrawn"))).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Story.Clerk.Get(Reexaminations + "?completed=false")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_begun_of_a_fact_that_bears_no_more_is_none_of_the_next_fact()
    {
        const string Name = "戊后知";
        await Story.Check(Name, ResidentIds.Of(954));
        await EffectsTurns.Finish(_node);
        await _node.Database.Owner.Execute("UPDATE registry.effects_progress SET page_person = 9223372036854775807, page_check = 'ffffffff-ffff-ffff-ffff-ffffffffffff'");
        await Story.RecordOrganization();
        await Story.Listed(Name, ResidentIds.Of(954));

        await EffectsTurns.Finish(_node);

        (await NoticesOf(Story.Clerk)).Sum(notice => Int(notice, "wrongClearances")).ShouldBe(1);
    }

    [Fact]
    public async Task A_notice_is_acknowledged_by_its_caller_alone()
    {
        const string Name = "丙后知";
        await Story.Check(Name, ResidentIds.Of(953));
        await Story.Proposed(Name, ResidentIds.Of(953));
        await EffectsTurns.Finish(_node);
        var id = (await NoticesOf(Story.Clerk)).ShouldHaveSingleItem()["id"]!.ToString();
        var path = $"{Notices}/{id}/acknowledgement";

        (await _node.As(ApiClientSamples.AuditingClerk).Post(path, new JsonObject())).ShouldBeRefused(HttpStatusCode.Conflict, "notice_of_another_caller");
        (await _node.As(ApiClientSamples.ClerkOfNation).Post(path, new JsonObject())).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await _node.As(ApiClientSamples.ClerkOfNation).Get($"{Notices}/{id}")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Story.Clerk.Post(path, new JsonObject())).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("acknowledged");
        (await Story.Clerk.Post(path, new JsonObject())).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("2");
        (await Story.Clerk.Get($"{Notices}/{id}"))["acknowledgedAt"].ShouldNotBeNull();
        (await Story.Clerk.Get(Notices + "?acknowledged=false")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Listed_and_annulled_before_anybody_looked_is_told_step_by_step()
    {
        const string Name = "丁后知";
        var number = ResidentIds.Of(954);
        await Story.Check(Name, number);
        var listing = await Story.Listed(Name, number);
        (await Story.Annul(listing)).ShouldBe(HttpStatusCode.OK);

        await EffectsTurns.Finish(_node);

        var steps = new List<(string?, string?)>();
        foreach (var notice in await NoticesOf(Story.Clerk))
        {
            var (_, _, before, after, _, _) = Row(await Story.Clerk.Get($"{Notices}/{notice["id"]}/checks"));
            steps.Add((before, after));
        }

        steps.ShouldBe([("eligible", "review"), ("review", "restricted"), ("restricted", "eligible")]);
        (await Story.Clerk.Get(Reexaminations)).Body["items"]!.AsArray().ShouldBeEmpty("nobody was refused");
    }

    [Fact]
    public async Task Who_is_asked_about_again_is_watched_once_and_every_check_is_told()
    {
        const string Name = "戊后知";
        var number = ResidentIds.Of(955);
        await Story.Check(Name, number);
        await Story.Check("已先知", ResidentIds.Of(956));
        await Story.RecordOrganization();
        await EffectsTurns.Finish(_node);
        await Story.Check(Name, number);
        await Story.Check("另一名", number);
        await Story.Listed(Name, number);
        await EffectsTurns.Finish(_node);

        (await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.asked_persons")).ShouldBe(3);
        (await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.check_subjects")).ShouldBe(4);
        (await NoticesOf(Story.Clerk)).Select(notice => Int(notice, "checks")).ShouldBe([3, 2], "all are doubtful once it is proposed, and barred is who bears the name");
    }

    [Fact]
    public async Task Whoever_was_asked_about_before_is_watched_with_the_answer_and_whoever_was_not_waits_for_the_next_turn()
    {
        const string Name = "庚后知";
        var number = ResidentIds.Of(957);
        await Story.Check(Name, number);
        (await Watched()).ShouldBe((0, 1), "nobody asked before");
        await EffectsTurns.Finish(_node);
        (await Watched()).ShouldBe((1, 0));
        await Story.Check(Name, number);
        (await Watched()).ShouldBe((2, 0), "at once");
        await Story.Clerk.Post(
            "/api/v1/eligibility-checks", Story.AQuestion("150602", charitable: false, Story.AnApplicant("辛先知", ResidentIds.Of(958)), Story.AnApplicant(Name, number)));
        (await Watched()).ShouldBe((3, 1), "one of the two was asked about before");
        await Story.Listed(Name, number);
        await EffectsTurns.Finish(_node);

        (await Watched()).ShouldBe((4, 0));
        (await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.asked_persons")).ShouldBe(2);
        (await NoticesOf(Story.Clerk)).Select(notice => Int(notice, "checks")).ShouldBe([3, 3]);

        async Task<(long Subjects, long Waiting)> Watched() =>
            (await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.check_subjects"), await _node.Database.Owner.Scalar<long>("SELECT count(*) FROM registry.unwatched_checks"));
    }

    /// <summary>As checks are that were recorded before the list was.</summary>
    [Fact]
    public async Task A_check_that_waits_though_its_person_is_known_is_told_like_others()
    {
        const string Name = "壬后知";
        var number = ResidentIds.Of(959);
        await Story.Check(Name, number);
        await EffectsTurns.Finish(_node);
        var old = await Story.Check(Name, number);
        await _node.Database.Owner.Execute($"DELETE FROM registry.check_subjects WHERE check_id = '{old["checkId"]}'");
        await _node.Database.Owner.Execute($"INSERT INTO registry.unwatched_checks VALUES ('{old["checkId"]}')");
        await Story.Listed(Name, number);
        await EffectsTurns.Finish(_node);

        (await NoticesOf(Story.Clerk)).Select(notice => Int(notice, "checks")).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task A_linked_document_and_a_finding_reach_those_who_were_answered_before()
    {
        const string Name = "戊后知";
        var number = ResidentIds.Of(955);
        var listing = await Story.Listed(Name, number: null);
        var open = await Story.Check(Name, number);
        open.Verdict().ShouldBe("review");
        var found = (await Story.Determine(open, "differentPerson")).ShouldBe(HttpStatusCode.OK);
        await Story.Link(listing, "furtherDocument", Name, IdentitySteps.ADocument(number));
        await Story.Revoke(open, found);

        await EffectsTurns.Finish(_node);

        var steps = new List<(string?, string?)>();
        foreach (var notice in await NoticesOf(Story.Clerk))
        {
            var (_, _, before, after, _, _) = Row(await Story.Clerk.Get($"{Notices}/{notice["id"]}/checks"));
            steps.Add((before, after));
        }

        steps.ShouldBe([("review", "eligible"), ("eligible", "restricted")]);
    }

    [Fact]
    public async Task Who_showed_a_number_under_another_name_hears_that_it_was_found_to_be_the_listed_persons_and_what_becomes_of_the_listing()
    {
        const string Name = "子后知";
        var number = ResidentIds.Of(960);
        var other = _node.As(ApiClientSamples.ClerkOfNation);
        var listing = await Story.Listed(Name, number: null);
        var check = await Story.Check("丑未知", number);
        check.Verdict().ShouldBe("eligible");
        (await Story.Determine(await Story.Check(Name, number, by: other), "samePerson", other)).ShouldBe(HttpStatusCode.OK);
        (await Story.Determine(await Story.Check(Name, number, by: other), "samePerson"))["status"].ShouldBe("foundSameTwice");
        (await Story.Repair(listing)).ShouldBe(HttpStatusCode.OK);

        await EffectsTurns.Finish(_node);

        var steps = new List<(string?, string?, string?)>();
        foreach (var notice in await NoticesOf(Story.Clerk))
        {
            var (asked, _, _, _, before, after) = Row(await Story.Clerk.Get($"{Notices}/{notice["id"]}/checks"));
            steps.Add((asked, before, after));
        }

        steps.ShouldBe([(check["checkId"], "eligible", "review"), (check["checkId"], "review", "eligible")]);
    }

    private static JsonObject Completion(string outcome) => new() { ["outcome"] = outcome, ["reason"] = "列入已撤销" };

    private static async Task<IReadOnlyList<JsonNode>> NoticesOf(ApiCaller caller) =>
        [.. (await caller.Get(Notices)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Select(notice => notice!)];

    private static int Int(JsonNode notice, string field) => notice[field]!.GetValue<int>();

    private static (string? Check, string? Recorded, string? Before, string? After, string? TodayBefore, string? TodayAfter) Row(ApiAnswer page)
    {
        var row = page.ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        return (Of("checkId"), Of("recorded"), Of("before"), Of("after"), Of("todayBefore"), Of("todayAfter"));

        string? Of(string field) => row[field]?.ToString();
    }
}
