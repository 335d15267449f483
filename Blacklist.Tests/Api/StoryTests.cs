using System.Net;

namespace Blacklist.Tests.Api;

/// <summary>The registry's question, answered over HTTP: this person, and nobody else.</summary>
public sealed class StoryTests(ToldStory told) : IClassFixture<ToldStory>
{
    private const string Zhang = ToldStory.Zhang;

    private static readonly string Number = ToldStory.ZhangNumber;
    private static readonly string OtherNumber = ResidentIds.Of(1);

    private readonly Story _story = told.Story;

    [Theory]
    [InlineData("founder")]
    [InlineData("personInCharge")]
    public async Task A_listed_person_is_restricted_with_every_field_of_the_reason(string position)
    {
        var check = await _story.Check(Zhang, Number, position);

        check.ShouldAnswer("restricted", "listing_in_force");
        var reason = check.Reasons()[0]!.AsObject();
        reason["listingNumber"]!.ToString().ShouldBe("150602-2026-000001");
        reason["rule"]!.ToString().ShouldBe("erdos-2018-4-2");
        reason["basis"]!.ToString().ShouldEndWith("四(二)");
        reason["basisLevel"]!.ToString().ShouldBe("policyDocument");
        reason["matchedBy"]!.ToString().ShouldBe("residentId");
        reason["effect"]!.ToString().ShouldBe("restricted");
        reason["until"]!.ToString().ShouldBe("2031-03-02");
        reason["disputed"]!.GetValue<bool>().ShouldBeFalse();
        reason["missing"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_says_for_which_day_and_on_what_knowledge_it_holds()
    {
        var check = await _story.Check(Zhang, Number);

        check["checkedAt"].ShouldBe("2026-11-21T08:00:00.000Z");
        check["effectiveOn"].ShouldBe("2026-11-21");
        check["ruleSetVersion"].ShouldBe("5");
        check.Body["logPosition"]!.GetValue<long>().ShouldBeGreaterThan(5);
        (await _story.Clerk.Get($"{Story.Checks}/{check["checkId"]}")).Text.ShouldBe(check.Text);
    }

    [Fact]
    public async Task Where_no_rule_applies_the_same_person_is_eligible() =>
        (await CheckAnywhere(charitable: false)).ShouldAnswer("eligible");

    [Fact]
    public async Task The_law_bars_the_person_in_charge_of_a_charitable_organization_anywhere()
    {
        var check = await CheckAnywhere(charitable: true);

        check.ShouldAnswer("restricted", "listing_in_force");
        check.Reasons()[0]!["rule"]!.ToString().ShouldBe("charity-law-16-3");
        check.Reasons()[0]!["basisLevel"]!.ToString().ShouldBe("law");
    }

    [Fact]
    public async Task At_home_both_rules_bar_the_person_in_charge_of_a_charitable_organization() =>
        (await _story.Check(Zhang, Number, "personInCharge", charitable: true)).ShouldAnswer("restricted", "listing_in_force", "listing_in_force");

    [Fact]
    public async Task A_position_that_the_text_does_not_name_is_for_a_human() =>
        (await _story.Check(Zhang, Number, "legalRepresentative")).ShouldAnswer("review", "position_doubtful");

    [Theory]
    [InlineData("councilMember")]
    [InlineData("supervisor")]
    public async Task A_position_that_no_rule_bars_is_free(string position) => (await _story.Check(Zhang, Number, position)).ShouldAnswer("eligible");

    [Fact]
    public async Task A_namesake_with_another_number_is_eligible_and_the_answer_says_why()
    {
        var check = await _story.Check(Zhang, OtherNumber);

        check.ShouldAnswer("eligible", "different_document");
        check.Reasons()[0]!["effect"]!.ToString().ShouldBe("eligible");
    }

    [Fact]
    public async Task A_namesake_without_a_number_is_for_a_human() => (await _story.Check(Zhang, number: null)).ShouldAnswer("review", "name_only");

    [Fact]
    public async Task The_right_number_under_another_name_is_for_a_human()
    {
        var check = await _story.Check("赵秀英", Number);

        check.ShouldAnswer("review", "name_incompatible");
        check.Reasons()[0]!["matchedBy"]!.ToString().ShouldBe("residentId");
    }

    [Fact]
    public async Task A_person_listed_without_a_number_is_for_a_human()
    {
        var check = await _story.Check(ToldStory.Nameless, OtherNumber);

        check.ShouldAnswer("review", "name_only");
        check.Reasons()[0]!["matchedBy"]!.ToString().ShouldBe("name");
    }

    [Fact]
    public async Task Somebody_unknown_is_eligible_without_a_word() => (await _story.Check("慕容复", ResidentIds.Of(2))).ShouldAnswer("eligible");

    [Fact]
    public async Task Step_by_step_the_answer_names_what_is_still_missing_and_an_annulment_ends_it()
    {
        const string Name = "钱多多";
        var number = ResidentIds.Of(10);
        (await _story.Check(Name, number)).ShouldAnswer("eligible");

        var listing = await _story.Proposed(Name, number);
        Missing(await _story.Check(Name, number)).ShouldBe(["noticeServed", "decidedBySecondPerson"]);
        (await _story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK)["statementUntil"].ShouldBe("2026-03-16");
        Missing(await _story.Check(Name, number)).ShouldBe(["decidedBySecondPerson"]);
        (await _story.Decide(listing)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("inForce");
        (await _story.Check(Name, number)).ShouldAnswer("restricted", "listing_in_force");
        (await _story.Annul(listing)).ShouldBe(HttpStatusCode.OK)["status"].ShouldBe("annulled");
        (await _story.Check(Name, number)).ShouldAnswer("eligible");

        var history = (await _story.Officer.Get($"{Story.Listings}/{listing}/history")).ShouldBe(HttpStatusCode.OK).Body.AsArray();
        history.Select(entry => entry!["type"]!.ToString()).ShouldBe(["listing_proposed", "notice_served", "listing_entered", "listing_annulled"]);
        history[2]!["by"]!.ToString().ShouldBe(ApiClientSamples.Approver.Id);
    }

    [Fact]
    public async Task A_dropped_proposal_says_nothing_against_the_person()
    {
        var listing = await _story.Noticed("孙悟空", ResidentIds.Of(11));
        (await _story.Decide(listing, "drop")).ShouldBe(HttpStatusCode.OK);

        (await _story.Check("孙悟空", ResidentIds.Of(11))).ShouldAnswer("eligible");
    }

    [Fact]
    public async Task When_the_decision_on_the_organization_is_annulled_its_listings_no_longer_restrict()
    {
        var organization = await _story.RecordOrganization();
        var ban = (await _story.Dispose(organization, Story.ABan(Story.APerson("周伯通", ResidentIds.Of(12))))).ShouldBe(HttpStatusCode.Created);
        var listing = await _story.Propose(organization, ban.Body["responsiblePersons"]![0]!["responsiblePersonId"]!.ToString());
        (await _story.ServeNotice(listing["id"]!)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(listing["id"]!)).ShouldBe(HttpStatusCode.OK);

        (await _story.AnnulDisposition(organization, ban["dispositionId"]!)).ShouldBe(HttpStatusCode.OK);

        Missing(await _story.Check("周伯通", ResidentIds.Of(12))).ShouldBe(["decisionDocument"]);
    }

    [Fact]
    public async Task An_application_is_as_good_as_its_worst_applicant()
    {
        var check = await _story.Clerk.Post(Story.Checks, Story.AQuestion(
            "150602", charitable: false,
            Story.AnApplicant("慕容复", ResidentIds.Of(2)), Story.AnApplicant(ToldStory.Nameless, number: null), Story.AnApplicant(Zhang, Number)));

        check.Verdict().ShouldBe("restricted");
        Enumerable.Range(0, 3).Select(place => check.Verdict(place)).ShouldBe(["eligible", "review", "restricted"]);
    }

    private Task<ApiAnswer> CheckAnywhere(bool charitable) =>
        _story.Check(Zhang, Number, "personInCharge", "110000", charitable, told.Node.As(ApiClientSamples.ClerkOfNation));

    private static IEnumerable<string> Missing(ApiAnswer check)
    {
        check.ShouldAnswer("review", "element_missing");
        return check.Reasons()[0]!["missing"]!.AsArray().Select(element => element!.ToString());
    }
}
