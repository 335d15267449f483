using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Tests.Eligibility;

namespace Blacklist.Tests.Api;

/// <summary>A whole case through HTTP alone, as the six roles of the demo: from the ban to the refusal, and back to a clean answer.</summary>
public sealed class WholeStoryTests : IAsyncLifetime
{
    private const string Name = "赵全程";
    private const string HearingOn = "2026-12-02";

    private static readonly string Number = ResidentIds.Of(970);

    private RegistryNode _node = null!;

    private Story Story => _node.Story;

    private AppealStory Appeals => new(_node);

    private ApiCaller Auditor => _node.As(ApiClientSamples.Auditor);

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task From_the_ban_over_the_refusal_and_the_hearing_to_a_clean_answer()
    {
        await AdministratorsConfirmTheRules();
        var listing = await BannedProposedNoticedDefendedAndListed();
        var refused = await RefusedAtTheCounter(listing);
        await ObjectedHeardAndAnnulled(listing);
        await CallerTold(refused);
        var eligible = await Story.Check(Name, Number);
        eligible.ShouldAnswer("eligible");
        await AsOfShowsBoth(refused, eligible);
        await TheAuditorReadsTheWholeFile(listing, refused);
    }

    /// <summary>Administrators: one drafts, another adopts; the register names both.</summary>
    private async Task AdministratorsConfirmTheRules()
    {
        var rules = (await _node.As(ApiClientSamples.Administrator).Get("/api/v1/rules")).ShouldBe(HttpStatusCode.OK);
        rules.Body["rules"]!.AsArray().Select(rule => (string)rule!["id"]!).ShouldContain("erdos-2018-4-2");
        (await _node.As(ApiClientSamples.Officer).Post("/api/v1/rules/policy-documents/review", new JsonObject { ["documentNumber"] = "1号", ["reason"] = "核实" }))
            .ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    /// <summary>Case officer and approver.</summary>
    private async Task<string> BannedProposedNoticedDefendedAndListed()
    {
        var organization = await Story.RecordOrganization();
        var persons = await Story.Ban(organization, Story.APerson(Name, Number));
        (await Story.Check(Name, Number)).ShouldAnswer("eligible");

        var listing = (await Story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await Story.Check(Name, Number)).ShouldAnswer("review", "element_missing");
        (await Story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK)["statementUntil"].ShouldBe("2026-03-16");
        await Letter(Story.Officer, $"{Story.Listings}/{listing}/letters/notice", "2026年3月16日");
        (await Story.Decide(listing, on: "2026-03-10")).ShouldBeRefused(HttpStatusCode.Conflict, "statement_period_running");
        (await Story.RecordStatement(listing, kind: "answered")).ShouldBe(HttpStatusCode.OK);
        (await Story.Decide(listing, by: Story.Officer)).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
        (await Story.Decide(listing)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("inForce");
        await Letter(Story.Approver, $"{Story.Listings}/{listing}/letters/decision", Name);
        return listing;
    }

    /// <summary>Registration clerk.</summary>
    private async Task<ApiAnswer> RefusedAtTheCounter(string listing)
    {
        var refused = await Story.Check(Name, Number);
        refused.ShouldAnswer("restricted", "listing_in_force");
        refused.Reasons()[0]!["listingNumber"]!.ToString().ShouldBe((await Story.Officer.Get($"{Story.Listings}/{listing}"))["number"]);
        await Letter(Story.Clerk, $"{Story.Checks}/{refused["checkId"]}/letters/refusal?applicant=0", "四（二）");
        return refused;
    }

    /// <summary>The clerk takes the objection in, the appeals administrator conducts it.</summary>
    private async Task ObjectedHeardAndAnnulled(string listing)
    {
        var appeal = await Appeals.Filed(listing, "objection", AppealStory.Words);
        (await Appeals.Admit(appeal)).ShouldBe(HttpStatusCode.OK);
        var disputed = await Story.Check(Name, Number);
        disputed.ShouldAnswer("restricted", "listing_in_force");
        disputed.Reasons()[0]!["disputed"]!.GetValue<bool>().ShouldBeTrue();
        disputed.Body["statements"]![0]!["text"]!.ToString().ShouldBe(AppealStory.Words);

        (await Appeals.Assign(appeal, to: ApiClientSamples.Approver.Id)).ShouldBeRefused(HttpStatusCode.Conflict, "assignee_took_part_in_listing");
        (await Appeals.Assign(appeal)).ShouldBe(HttpStatusCode.OK);
        (await Appeals.Put(appeal)).ShouldBe(HttpStatusCode.OK);
        (await Appeals.Invite(appeal, HearingOn)).ShouldBe(HttpStatusCode.OK);
        _node.Clock.Now = new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(8));
        (await Appeals.Hear(appeal, HearingOn)).ShouldBe(HttpStatusCode.OK);
        (await Appeals.Decide(appeal, "annul", HearingOn)).ShouldBe(HttpStatusCode.OK)["listing"].ShouldBe("annulled");
        await Letter(Appeals.Administrator, $"{AppealStory.Appeals}/{appeal}/letters/decision", Name);
    }

    /// <summary>Who refused is told, has seen it, and examines again.</summary>
    private async Task CallerTold(ApiAnswer refused)
    {
        await EffectsTurns.Finish(_node);
        var notices = (await Story.Clerk.Get("/api/v1/notices")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray();
        var notice = notices.Single(notice => notice!["wrongRefusals"]!.GetValue<int>() > 0)!;
        (await Story.Clerk.Post($"/api/v1/notices/{notice["id"]}/acknowledgement", new JsonObject())).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("acknowledged");

        var tasks = (await Story.Clerk.Get("/api/v1/reexaminations?completed=false")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray();
        var task = tasks.Single(task => task!["checkId"]!.ToString() == refused["checkId"])!;
        (await Story.Clerk.Post($"/api/v1/reexaminations/{task["id"]}/completion", new JsonObject { ["outcome"] = "refusalWithdrawn", ["reason"] = "列入已撤销" }))
            .ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What was known then about that day, and what is known now about the same day.</summary>
    private async Task AsOfShowsBoth(ApiAnswer refused, ApiAnswer eligible)
    {
        (await AsOf(refused, refused)).ShouldBe("restricted");
        (await AsOf(known: eligible, on: refused)).ShouldBe("eligible");
        (await AsOf(eligible, eligible)).ShouldBe("eligible");
    }

    private async Task TheAuditorReadsTheWholeFile(string listing, ApiAnswer refused)
    {
        var history = (await Auditor.Get($"{Story.Listings}/{listing}/history")).ShouldBe(HttpStatusCode.OK).Body.AsArray();
        history.Select(entry => (string)entry!["type"]!).ShouldBe(
        [
            "listing_proposed", "notice_served", "statement_recorded", "listing_entered", "listing_disputed", "person_statement_attached",
            "listing_annulled", "listing_dispute_settled",
        ]);
        (await Auditor.Get($"{Story.Checks}/{refused["checkId"]}")).ShouldBe(HttpStatusCode.OK).Verdict().ShouldBe("restricted");
        (await Auditor.Get("/api/v1/notices")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldNotBeEmpty();
    }

    private async Task<string> AsOf(ApiAnswer known, ApiAnswer on)
    {
        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant(Name, Number));
        question["logPosition"] = known.Body["logPosition"]!.DeepClone();
        question["effectiveOn"] = on.Body["effectiveOn"]!.DeepClone();
        return (await Story.Clerk.Post($"{Story.Checks}/as-of", question)).ShouldBe(HttpStatusCode.OK).Verdict();
    }

    private static async Task Letter(ApiCaller caller, string path, string says)
    {
        var letter = (await caller.Get(path)).ShouldBe(HttpStatusCode.OK);
        letter.Text.ShouldStartWith("<!DOCTYPE html>");
        letter.Text.ShouldContain(says);
    }
}
