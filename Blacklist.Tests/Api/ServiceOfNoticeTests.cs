using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>How the notice reaches a person who takes it, refuses it, or cannot be found.</summary>
public sealed class ServiceOfNoticeTests(ToldStory told) : IClassFixture<ToldStory>
{
    private readonly Story _story = told.Story;

    [Fact]
    public async Task The_statement_period_explains_itself()
    {
        var listing = await _story.Proposed("甲远山", null);
        var notice = (await _story.ServeNotice(listing, "2026-09-29")).ShouldBe(HttpStatusCode.OK);

        notice["statementUntil"].ShouldBe("2026-10-12");
        var period = notice.Body["statementPeriod"]!;
        period["start"]!.ToString().ShouldBe("2026-09-29");
        period["period"]!.ToString().ShouldBe("P5WD");
        period["skipped"]!.AsArray().Select(day => $"{day!["day"]} {day["occasion"]}".Trim()).ShouldBe(
        [
            "2026-10-01 国庆节", "2026-10-02 国庆节", "2026-10-03 国庆节", "2026-10-04 国庆节", "2026-10-05 国庆节", "2026-10-06 国庆节", "2026-10-07 国庆节", "2026-10-11",
        ]);
        period["makeUpDays"]!.AsArray().Select(day => day!["day"]!.ToString()).ShouldBe(["2026-10-10"]);
        period["calendarVersion"]!.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_refuses_the_notice_is_served_by_lien()
    {
        var listing = await _story.Proposed("乙远山", null);
        (await _story.AttemptService(listing)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("proposed");
        (await _story.AttemptService(listing)).ShouldBe(HttpStatusCode.OK)["version"].ShouldBe("2"); // the same again changes nothing

        (await _story.ServeNotice(listing, method: "lien")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("noticeServed");

        var file = (await _story.Clerk.Get($"{Story.Listings}/{listing}")).Body["file"]!;
        file["serviceAttempts"]!.AsArray().ShouldHaveSingleItem()!["failure"]!.ToString().ShouldBe("refused");
        file["notice"]!["method"]!.ToString().ShouldBe("lien");
    }

    [Fact]
    public async Task The_file_of_a_proposal_that_is_made_again_has_no_attempts_of_the_one_that_was_dropped()
    {
        var organization = await _story.RecordOrganization();
        var persons = await _story.Ban(organization, Story.APerson("庚远山", null));
        var listing = (await _story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await _story.AttemptService(listing)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(listing, "drop")).ShouldBe(HttpStatusCode.OK);
        (await _story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created);

        (await _story.Clerk.Get($"{Story.Listings}/{listing}")).Body["file"]!["serviceAttempts"]!.AsArray().ShouldBeEmpty();
        (await _story.ServeNotice(listing, method: "lien")).ShouldBeRefused(HttpStatusCode.Conflict, "service_not_refused");
    }

    [Fact]
    public async Task Who_cannot_be_found_is_served_by_an_announcement_that_counts_after_its_time()
    {
        var listing = await _story.Proposed("丙远山", null);
        (await _story.AttemptService(listing, "unreachable")).ShouldBe(HttpStatusCode.OK);

        var notice = (await _story.ServeNotice(listing, "2026-03-09", "publicNotice")).ShouldBe(HttpStatusCode.OK);

        notice["statementUntil"].ShouldBe("2026-04-15"); // 30 days to 8 April, then five working days
        var page = await _story.Clerk.Get($"{Story.Listings}/{listing}");
        (page["announcedOn"], page["noticeServedOn"]).ShouldBe(("2026-03-09", "2026-04-08"));
        (await _story.Decide(listing, on: "2026-04-15")).ShouldBeRefused(HttpStatusCode.Conflict, "statement_period_running");
        (await _story.Decide(listing, on: "2026-04-16")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("inForce");
    }

    [Fact]
    public async Task Who_answers_the_announcement_is_heard_before_it_counts_as_served()
    {
        var listing = await _story.Proposed("丁远山", null);
        (await _story.AttemptService(listing, "unreachable")).ShouldBe(HttpStatusCode.OK);
        (await _story.ServeNotice(listing, "2026-03-09", "publicNotice")).ShouldBe(HttpStatusCode.OK);

        (await _story.RecordStatement(listing, "2026-03-20", "answered")).ShouldBe(HttpStatusCode.OK);

        (await _story.Decide(listing, on: "2026-03-23")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("inForce");
    }

    [Fact]
    public async Task A_notice_for_a_year_whose_holidays_are_not_known_is_refused_by_name()
    {
        var listing = await _story.Proposed("戊远山", null);

        var refused = await _story.ServeNotice(listing, "9999-12-31");

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "calendar_year_unknown");
        refused.Body["errors"]![0]!["field"]!.ToString().ShouldBe("servedOn");
    }

    [Fact]
    public async Task What_the_proposal_left_out_the_notice_says()
    {
        var organization = await _story.RecordOrganization();
        var person = (await _story.Ban(organization, Story.APerson("己远山", null)))[0];
        var listing = (await _story.Officer.Post(
            Story.Listings, new JsonObject { ["bannedOrganizationId"] = organization, ["responsiblePersonId"] = person })).ShouldBe(HttpStatusCode.Created)["id"];

        (await _story.Officer.Post($"{Story.Listings}/{listing}/notice", new JsonObject
        {
            ["servedOn"] = "2026-03-09",
            ["method"] = "post",
            ["proof"] = "送达回证1号",
            ["facts"] = "组织活动三次",
            ["grounds"] = "系负责人",
        })).ShouldBe(HttpStatusCode.OK);

        (await _story.Clerk.Get($"{Story.Listings}/{listing}")).Body["file"]!["notice"]!["grounds"]!.ToString().ShouldBe("系负责人");
    }

    [Theory]
    [InlineData("0123")]
    [InlineData("A123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_digest_is_a_digest(string digest)
    {
        var organization = await _story.RecordOrganization();
        var person = (await _story.Ban(organization, Story.APerson("庚远山", null)))[0];

        var refused = await _story.Officer.Post(Story.Listings, new JsonObject
        {
            ["bannedOrganizationId"] = organization,
            ["responsiblePersonId"] = person,
            ["evidence"] = new JsonArray(new JsonObject { ["title"] = "现场检查笔录", ["reference"] = "卷一第12页", ["sha256"] = digest }),
        });

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "evidence_digest_format");
        refused.Body["errors"]![0]!["field"]!.ToString().ShouldBe("evidence[0].sha256");
    }
}
