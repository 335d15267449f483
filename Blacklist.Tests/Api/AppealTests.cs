using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>The course of an appeal, and what becomes of the listing by it, over HTTP.</summary>
public sealed class AppealTests(ToldStory told) : IClassFixture<ToldStory>
{
    private readonly AppealStory _appeals = new(told.Node);
    private readonly Story _story = told.Story;

    [Fact]
    public async Task An_objection_is_filed_admitted_heard_and_annuls_the_listing()
    {
        const string Name = "常遇春";
        var number = ResidentIds.Of(800);
        var listing = await _story.Listed(Name, number);

        var filed = (await _appeals.File(listing, statement: AppealStory.Words)).ShouldBe(HttpStatusCode.Created);
        filed["number"]!.ShouldMatch("^150602-2026-A[0-9]{6}$");
        filed["status"].ShouldBe("filed");
        filed["due"].ShouldBe("2026-11-23"); // Monday the 16th, five working days
        filed.Location!.ToString().ShouldBe($"{AppealStory.Appeals}/{filed["id"]}");
        (await Disputed(Name, number)).ShouldBeFalse();

        var appeal = filed["id"]!;
        (await _appeals.Admit(appeal)).ShouldBe(HttpStatusCode.OK)["disputed"].ShouldBe("true");
        (await Disputed(Name, number)).ShouldBeTrue();
        (await _appeals.Assign(appeal)).ShouldBe(HttpStatusCode.OK)["assignedTo"].ShouldBe(ApiClientSamples.AppealsAdministrator.Id);
        (await _appeals.Put(appeal)).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Decide(appeal)).ShouldBe(HttpStatusCode.OK)["listing"].ShouldBe("annulled");

        (await _story.Check(Name, number)).ShouldAnswer("eligible");
        var history = (await _appeals.Administrator.Get($"{AppealStory.Appeals}/{appeal}/history")).ShouldBe(HttpStatusCode.OK);
        history.Body.AsArray().Select(fact => fact!["type"]!.ToString())
            .ShouldBe(["appeal_filed", "appeal_admitted", "appeal_assigned", "appeal_evidence_recorded", "appeal_decided"]);
        history.Text.ShouldNotContain("2025年");
        (await _story.Officer.Get($"{Story.Listings}/{listing}/history")).Body.AsArray().Select(fact => fact!["type"]!.ToString()).TakeLast(4)
            .ShouldBe(["listing_disputed", "person_statement_attached", "listing_annulled", "listing_dispute_settled"]);
    }

    [Fact]
    public async Task A_person_is_heard_before_the_decision()
    {
        await using var node = await RegistryNode.Start();
        var appeals = new AppealStory(node);
        var appeal = await appeals.Assigned(await node.Story.Listed("徐寿辉", ResidentIds.Of(801)));

        (await appeals.Invite(appeal, to: "9999-12-31")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "out_of_range");
        (await appeals.Invite(appeal, to: "2026-12-01")).ShouldBeRefused(HttpStatusCode.Conflict, "hearing_too_soon");
        (await appeals.Invite(appeal, to: "2026-12-02")).ShouldBe(HttpStatusCode.OK);
        (await appeals.Decide(appeal)).ShouldBeRefused(HttpStatusCode.Conflict, "hearing_not_recorded");
        (await appeals.Hear(appeal, on: "2026-12-02")).ShouldBeRefused(HttpStatusCode.Conflict, "hearing_in_future");
        node.Clock.Now = new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(8));
        (await appeals.Hear(appeal, on: "2026-12-02")).ShouldBe(HttpStatusCode.OK);
        (await appeals.Decide(appeal, "maintain")).ShouldBeRefused(HttpStatusCode.Conflict, "decision_before_hearing");
        (await appeals.Decide(appeal, "maintain", on: "2026-12-02")).ShouldBe(HttpStatusCode.OK)["listing"].ShouldBe("inForce");
    }

    [Fact]
    public async Task A_statement_answers_the_notice_and_can_end_the_proposal()
    {
        const string Name = "陈友谅";
        var number = ResidentIds.Of(802);
        var listing = await _story.Noticed(Name, number);

        var appeal = (await _appeals.File(listing, "statement", on: "2026-03-10")).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await _story.Clerk.Get($"{Story.Listings}/{listing}"))["statement"].ShouldBe("answered");
        (await _appeals.Admit(appeal, on: "2026-03-11")).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Assign(appeal)).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Decide(appeal, "drop", on: "2026-03-12")).ShouldBe(HttpStatusCode.OK)["listing"].ShouldBe("dropped");

        (await _story.Check(Name, number)).ShouldAnswer("eligible");
    }

    [Fact]
    public async Task Credit_repair_ends_the_effect()
    {
        const string Name = "张士诚";
        var number = ResidentIds.Of(803);
        var appeal = await _appeals.Assigned(await _story.Listed(Name, number), "creditRepair");
        (await Disputed(Name, number)).ShouldBeFalse();

        (await _appeals.Decide(appeal, "repair")).ShouldBe(HttpStatusCode.OK)["listing"].ShouldBe("repaired");

        (await _story.Check(Name, number)).ShouldAnswer("eligible");
    }

    [Fact]
    public async Task A_variation_shortens_the_term()
    {
        const string Name = "方国珍";
        var number = ResidentIds.Of(804);
        var appeal = await _appeals.Assigned(await _story.Listed(Name, number), "litigation");

        (await _appeals.Decide(appeal, "vary", endsOn: "2027-03-02")).ShouldBe(HttpStatusCode.OK)["disputed"].ShouldBe("false");

        (await _story.Check(Name, number)).Reasons()[0]!["until"]!.ToString().ShouldBe("2027-03-02");
    }

    [Fact]
    public async Task What_the_listing_refuses_refuses_the_decision_and_nothing_is_recorded()
    {
        var listing = await _story.Listed("明玉珍", ResidentIds.Of(805));
        var appeal = await _appeals.Assigned(listing);
        (await _story.Annul(listing)).ShouldBe(HttpStatusCode.OK);

        (await _appeals.Decide(appeal, "vary", endsOn: "2027-03-02")).ShouldBeRefused(HttpStatusCode.Conflict, "listing_not_in_force");

        (await Get(appeal))["status"].ShouldBe("assigned");
        (await _appeals.Decide(appeal, "maintain")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_appeal_against_what_was_annulled_meanwhile_is_not_admitted()
    {
        var listing = await _story.Listed("朱文正", ResidentIds.Of(812));
        var appeal = await _appeals.Filed(listing);
        (await _story.Annul(listing)).ShouldBe(HttpStatusCode.OK);

        (await _appeals.Admit(appeal)).ShouldBeRefused(HttpStatusCode.Conflict, "listing_not_in_force");

        (await _appeals.Reject(appeal)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whether_rejected_or_taken_back_the_listing_stays_without_mark()
    {
        const string Name = "邓愈";
        var number = ResidentIds.Of(806);
        var listing = await _story.Listed(Name, number);
        (await _appeals.Reject(await _appeals.Filed(listing))).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("rejected");
        var appeal = await _appeals.Admitted(listing);
        (await Disputed(Name, number)).ShouldBeTrue();

        (await _appeals.Withdraw(appeal, by: _appeals.Counter)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("withdrawn");

        (await Disputed(Name, number)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_request_twice_is_answered_twice_and_recorded_once()
    {
        var listing = await _story.Listed("沐英", ResidentIds.Of(807));
        var body = new JsonObject
        {
            ["listingId"] = listing,
            ["kind"] = "objection",
            ["channel"] = "post",
            ["receivedOn"] = "2026-11-16",
            ["document"] = "异议申请书1号",
            ["statement"] = "请核实。",
        };
        var key = Guid.NewGuid().ToString();

        var first = (await _appeals.Counter.Post(AppealStory.Appeals, body, key)).ShouldBe(HttpStatusCode.Created);
        (await _appeals.Counter.Post(AppealStory.Appeals, body, key)).Text.ShouldBe(first.Text);
        (await Board($"listingId={listing}")).ShouldHaveSingleItem();

        (await _appeals.Admit(first["id"]!)).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Admit(first["id"]!)).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("2");
    }

    [Fact]
    public async Task The_file_explains_its_deadlines_and_holds_words_and_evidence()
    {
        var appeal = await _appeals.Admitted(await _story.Listed("耿炳文", ResidentIds.Of(808)), "objection", AppealStory.Words);
        (await _appeals.Put(appeal)).ShouldBe(HttpStatusCode.OK);

        var file = await Get(appeal);
        file["statement"].ShouldBe(AppealStory.Words);
        file.Body["admitBy"]!["skipped"]!.AsArray().Count.ShouldBe(2);
        file.Body["decideBy"]!["start"]!.ToString().ShouldBe("2026-11-17");
        file.Body["evidence"]![0]!["evidence"]!["title"]!.ToString().ShouldBe("离任证明");
        int.Parse(file["workingDaysLeft"]!).ShouldBeGreaterThan(10);
        var auditor = (await told.Node.As(ApiClientSamples.Auditor).Get($"{AppealStory.Appeals}/{appeal}")).ShouldBe(HttpStatusCode.OK);
        auditor["statement"].ShouldBeNull();
    }

    [Fact]
    public async Task On_the_board_what_is_overdue_comes_first_and_what_is_over_last()
    {
        await using var node = await RegistryNode.Start();
        var appeals = new AppealStory(node);
        var listing = await node.Story.Listed("吴良", ResidentIds.Of(809));
        var over = await appeals.Filed(listing);
        await appeals.Withdraw(over);
        var admitted = await appeals.Admitted(listing);
        var overdue = (await appeals.File(listing, on: "2026-11-02"))["id"]!;
        var waiting = await appeals.Filed(listing, "creditRepair");

        var board = await Board("", appeals);
        board.Select(one => one["appeal"]!["id"]!.ToString()).ShouldBe([overdue, waiting, admitted, over]);
        board.Select(one => one["overdue"]!.GetValue<bool>()).ShouldBe([true, false, false, false]);
        board[0]["workingDaysLeft"]!.GetValue<int>().ShouldBe(-9); // due on Monday the 9th, today is Saturday the 21st
        board[1]["workingDaysLeft"]!.GetValue<int>().ShouldBe(1);
        (await Board("status=admitted", appeals)).ShouldHaveSingleItem()["appeal"]!["id"]!.ToString().ShouldBe(admitted);
        (await Board("kind=creditRepair", appeals)).ShouldHaveSingleItem()["appeal"]!["id"]!.ToString().ShouldBe(waiting);
        (await Board("region=150700", appeals)).ShouldBeEmpty();
        (await appeals.Assign(admitted)).ShouldBe(HttpStatusCode.OK);
        (await Board($"assignedTo={ApiClientSamples.AppealsAdministrator.Id}", appeals)).ShouldHaveSingleItem();

        List<string> paged = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await appeals.Administrator.Get($"{AppealStory.Appeals}?limit=1&{(cursor.Length == 0 ? "" : "cursor=" + cursor)}")).ShouldBe(HttpStatusCode.OK);
            paged.Add(page.Body["items"]![0]!["appeal"]!["id"]!.ToString());
            cursor = page["nextCursor"];
        }

        paged.ShouldBe([overdue, waiting, admitted, over]);
    }

    [Fact]
    public async Task What_lies_in_another_region_is_not_there()
    {
        var listing = await _story.Listed("华云龙", ResidentIds.Of(810));
        var appeal = await _appeals.Filed(listing);
        var elsewhere = told.Node.As(ApiClientSamples.AppealsElsewhere);

        (await elsewhere.Get($"{AppealStory.Appeals}/{appeal}")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await elsewhere.Get($"{AppealStory.Appeals}/{appeal}/history")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await elsewhere.Get(AppealStory.Appeals)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldBeEmpty();
        (await _appeals.File(listing, by: elsewhere)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        foreach (var step in Steps)
        {
            (await step(_appeals, appeal, elsewhere)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
            (await step(_appeals, Guid.Empty.ToString(), _appeals.Administrator)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task Who_may_not_is_forbidden()
    {
        var listing = await _story.Listed("康茂才", ResidentIds.Of(811));
        var appeal = await _appeals.Filed(listing);
        var partner = told.Node.As(ApiClientSamples.Partner);

        foreach (var caller in new[] { partner, _story.Approver, told.Node.As(ApiClientSamples.Auditor) })
        {
            (await _appeals.File(listing, by: caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            foreach (var step in Steps)
            {
                (await step(_appeals, appeal, caller)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
            }
        }

        foreach (var path in new[] { "", $"/{appeal}", $"/{appeal}/history" })
        {
            (await partner.Get(AppealStory.Appeals + path)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        }

        (await _appeals.Admit(appeal, by: _appeals.Counter)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await _appeals.Decide(appeal, by: _story.Officer)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    private static readonly Func<AppealStory, string, ApiCaller, Task<ApiAnswer>>[] Steps =
    [
        (appeals, id, by) => appeals.Admit(id, by: by),
        (appeals, id, by) => appeals.Reject(id, by: by),
        (appeals, id, by) => appeals.Assign(id, by: by),
        (appeals, id, by) => appeals.Put(id, by: by),
        (appeals, id, by) => appeals.Invite(id, by: by),
        (appeals, id, by) => appeals.Hear(id, by: by),
        (appeals, id, by) => appeals.Decide(id, by: by),
        (appeals, id, by) => appeals.Withdraw(id, by: by),
    ];

    private async Task<bool> Disputed(string name, string number) => (await _story.Check(name, number)).Reasons()[0]!["disputed"]!.GetValue<bool>();

    private async Task<ApiAnswer> Get(string appeal) => (await _appeals.Administrator.Get($"{AppealStory.Appeals}/{appeal}")).ShouldBe(HttpStatusCode.OK);

    private async Task<IReadOnlyList<JsonNode>> Board(string query, AppealStory? of = null) =>
        [.. (await (of ?? _appeals).Administrator.Get($"{AppealStory.Appeals}?{query}")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().OfType<JsonNode>()];
}
