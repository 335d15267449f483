using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>What a clerk found of a <c>review</c> is remembered, as long as nothing new speaks against it.</summary>
public sealed class DeterminationTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private readonly Story _story = nodes.Story;

    private ApiCaller SecondClerk => nodes.Node.As(ApiClientSamples.ClerkOfNation);

    [Fact]
    public async Task Somebody_else_is_cleared_everywhere_and_by_harmless_updates_not_uncleared()
    {
        const string Name = "甲长河";
        var number = ResidentIds.Of(700);
        var listing = await _story.Listed(Name, number: null);
        await Determined(Name, number, "differentPerson", "foundDifferent");

        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("eligible", "found_different"));
        (await _story.Check(Name, number)).ShouldAnswer("eligible", "found_different");
        (await _story.Check(Name, ResidentIds.Of(701))).ShouldAnswer("review", "name_only");

        await _story.Link(listing, "otherName", "甲大河");
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("eligible", "found_different"));
    }

    [Fact]
    public async Task The_clearance_falls_when_a_number_turns_up_that_matches()
    {
        const string Name = "乙长河";
        var number = ResidentIds.Of(702);
        var listing = await _story.Listed(Name, number: null);
        await Determined(Name, number, "differentPerson", "foundDifferent");

        await _story.Link(listing, "furtherDocument", Name, IdentitySteps.ADocument(number));

        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("restricted", "listing_in_force"));
    }

    [Fact]
    public async Task A_clearance_that_fell_by_a_number_is_given_again_by_whoever_looks_again()
    {
        var number = ResidentIds.Of(707);
        var listing = await _story.Listed("辛长河", number: null);
        await Determined("辛长河", number, "differentPerson", "foundDifferent");
        await _story.Link(listing, "furtherDocument", "辛长河", IdentitySteps.ADocument(number));
        var again = await _story.Check("辛秋水", number);
        again.ShouldAnswer("review", "name_incompatible");

        (await _story.Determine(again, "differentPerson", SecondClerk)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("foundDifferent");

        await nodes.OnEveryNode(async story => (await story.Check("辛秋水", number)).ShouldAnswer("eligible", "found_different"));
        (await _story.Check("辛长河", number)).ShouldAnswer("restricted", "listing_in_force");
    }

    [Fact]
    public async Task What_was_found_under_one_name_says_nothing_of_another_name_on_the_same_document()
    {
        var number = ResidentIds.Of(709);
        await _story.Listed("癸长河", number);
        (await _story.Determine(await _story.Check("卯秋水", number), "differentPerson")).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check("卯秋水", number)).ShouldAnswer("eligible", "found_different"));

        await nodes.OnEveryNode(async story => (await story.Check("辰大河", number)).ShouldAnswer("review", "name_incompatible"));
        (await _story.Determine(await _story.Check("辰大河", number), "samePerson")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("foundSameOnce");
        (await _story.Determine(await _story.Check("辰大河", number, by: SecondClerk), "samePerson", SecondClerk))["status"].ShouldBe("foundSameTwice");

        await nodes.OnEveryNode(async story =>
        {
            (await story.Check("辰大河", number)).ShouldAnswer("restricted", "listing_in_force");
            (await story.Check("卯秋水", number)).ShouldAnswer("eligible", "found_different");
            (await story.Check("巳明湖", number)).ShouldAnswer("review", "name_incompatible");
        });
        (await _story.Clerk.Get($"{Story.Checks}/{(await _story.Check("巳明湖", number))["checkId"]}/determinations")).ShouldBe(HttpStatusCode.OK).Body.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_two_clerks_found_to_be_the_listed_persons_is_known_again_under_any_name()
    {
        const string Name = "午长河";
        var number = ResidentIds.Of(710);
        var listing = await _story.Listed(Name, number: null);
        (await _story.Check("未秋水", number)).ShouldAnswer("eligible");
        await Determined(Name, number, "samePerson", "foundSameOnce");
        (await _story.Check("未秋水", number)).ShouldAnswer("eligible");
        (await _story.Determine(await _story.Check(Name, number, by: SecondClerk), "samePerson", SecondClerk))["status"].ShouldBe("foundSameTwice");

        await nodes.OnEveryNode(async story => (await story.Check("未秋水", number)).ShouldAnswer("review", "name_incompatible"));
        var found = await _story.Check("未秋水", number);
        (await _story.Determine(found, "samePerson")).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("foundSameOnce");
        (await _story.Determine(found, "samePerson", SecondClerk))["status"].ShouldBe("foundSameTwice");
        await nodes.OnEveryNode(async story =>
        {
            (await story.Check("未秋水", number)).ShouldAnswer("restricted", "listing_in_force");
            (await story.Check("申大河", number)).ShouldAnswer("review", "name_incompatible");
            (await story.Check("申大河", ResidentIds.Of(711))).ShouldAnswer("eligible");
        });

        (await _story.Repair(listing)).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check("申大河", number)).ShouldAnswer("eligible"));
    }

    [Fact]
    public async Task A_clearance_can_be_taken_back()
    {
        const string Name = "丙长河";
        var number = ResidentIds.Of(703);
        await _story.Listed(Name, number: null);
        var (check, determination) = await Determined(Name, number, "differentPerson", "foundDifferent");

        (await _story.Revoke(check, determination)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("revoked");

        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("review", "name_only"));
        (await _story.Revoke(check, determination)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("revoked");
    }

    [Fact]
    public async Task One_clerk_alone_refuses_nobody_and_two_do()
    {
        const string Name = "丁长河";
        var number = ResidentIds.Of(704);
        await _story.Listed(Name, number: null);
        var (check, _) = await Determined(Name, number, "samePerson", "foundSameOnce");
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).ShouldAnswer("review", "name_only"));

        (await _story.Determine(check, "samePerson"))["status"].ShouldBe("foundSameOnce");
        (await _story.Check(Name, number)).ShouldAnswer("review", "name_only");

        var second = await _story.Check(Name, number, by: SecondClerk);
        (await _story.Determine(second, "samePerson", SecondClerk)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("foundSameTwice");
        await nodes.OnEveryNode(async story =>
        {
            var refused = await story.Check(Name, number);
            refused.ShouldAnswer("restricted", "listing_in_force");
            refused.Reasons()[0]!["matchedBy"]!.ToString().ShouldBe("determination");
        });
    }

    [Fact]
    public async Task Findings_of_two_documents_that_contradict_each_other_send_whoever_shows_both_to_a_human_in_either_order()
    {
        const string Name = "壬长河";
        var card = IdentitySteps.ADocument(ResidentIds.Of(708));
        var passport = IdentitySteps.ADocument("E70000708", "passport", "CHN");
        await _story.Listed(Name, number: null);
        (await _story.Determine(await Check(_story.Clerk, passport), "differentPerson")).ShouldBe(HttpStatusCode.OK);
        (await _story.Determine(await Check(_story.Clerk, card), "samePerson")).ShouldBe(HttpStatusCode.OK);
        (await _story.Determine(await Check(SecondClerk, card), "samePerson", SecondClerk))["status"].ShouldBe("foundSameTwice");

        await nodes.OnEveryNode(async story =>
        {
            (await Check(story.Clerk, passport)).ShouldAnswer("eligible", "found_different");
            (await Check(story.Clerk, card)).ShouldAnswer("restricted", "listing_in_force");
            (await Check(story.Clerk, passport, card)).ShouldAnswer("review", "name_only");
            (await Check(story.Clerk, card, passport)).ShouldAnswer("review", "name_only");
        });

        Task<ApiAnswer> Check(ApiCaller clerk, params JsonObject[] documents)
        {
            var applicant = Story.AnApplicant(Name, number: null);
            applicant["documents"] = new JsonArray([.. documents.Select(document => document.DeepClone())]);
            return clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, applicant));
        }
    }

    [Fact]
    public async Task Two_clerks_who_disagree_must_settle_it_first()
    {
        const string Name = "戊长河";
        var number = ResidentIds.Of(705);
        await _story.Listed(Name, number: null);
        var (check, _) = await Determined(Name, number, "differentPerson", "foundDifferent");

        (await _story.Determine(check, "samePerson", SecondClerk)).ShouldBeRefused(HttpStatusCode.Conflict, "determination_stands_otherwise");
    }

    [Fact]
    public async Task Who_found_what_and_why_is_read_at_every_check_it_bears_on()
    {
        const string Name = "庚长河";
        var number = ResidentIds.Of(706);
        await _story.Listed(Name, number: null);
        var (check, determination) = await Determined(Name, number, "differentPerson", "foundDifferent");
        await _story.Revoke(check, determination);
        var later = await _story.Check(Name, number);

        foreach (var asked in new[] { check, later })
        {
            var found = (await _story.Clerk.Get($"{Story.Checks}/{asked["checkId"]}/determinations")).ShouldBe(HttpStatusCode.OK).Body.AsArray().ShouldHaveSingleItem()!;
            found["id"]!.ToString().ShouldBe(determination["id"]);
            found["status"]!.ToString().ShouldBe("revoked");
            found["checkId"]!.ToString().ShouldBe(check["checkId"]);
            found["history"]!.AsArray().Select(entry => entry!["type"]!.ToString()).ShouldBe(["determination_recorded", "determination_revoked"]);
            found["history"]![0]!["data"]!["reason"]!.ToString().ShouldNotBeEmpty();
            found["history"]![0]!["by"]!.ToString().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Without_a_document_a_finding_does_not_outlast_its_check()
    {
        const string Name = "己长河";
        await _story.Listed(Name, number: null);
        await Determined(Name, number: null, "differentPerson", "foundDifferent");

        (await _story.Check(Name, number: null)).ShouldAnswer("review", "name_only");
    }

    private async Task<(ApiAnswer Check, ApiAnswer Determination)> Determined(string name, string? number, string finding, string status)
    {
        var check = await _story.Check(name, number);
        check.ShouldAnswer("review", "name_only");
        var determination = (await _story.Determine(check, finding)).ShouldBe(HttpStatusCode.OK);
        determination["status"].ShouldBe(status);
        return (check, determination);
    }
}
