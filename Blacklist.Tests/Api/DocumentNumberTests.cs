using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Api;

/// <summary>One number in its many writings is one number; what is no number is refused and never repeated.</summary>
public sealed class DocumentNumberTests(ToldStory told) : IClassFixture<ToldStory>
{
    [Theory]
    [InlineData("70000019851231003X")]
    [InlineData("70000019851231003x")]
    [InlineData("700000851231003")] // the 15 places of the first generation
    [InlineData("７０００００１９８５１２３１００３Ｘ")] // full width
    [InlineData("700000 19851231 003X")]
    [InlineData(" 700000-19851231-003X ")]
    [InlineData("７０００００　８５１２３１　００３")]
    [InlineData("70000019851231003Ⅹ")] // Roman ten
    public async Task Every_writing_of_the_listed_number_finds_the_listing(string written) =>
        (await told.Story.Check(ToldStory.Zhang, written)).ShouldAnswer("restricted", "listing_in_force");

    [Theory]
    [InlineData("700000198512310030", "resident_id_check_digit")]
    [InlineData("700000198502310038", "resident_id_birth_date")]
    [InlineData("70000085023100", "resident_id_length")]
    [InlineData("700000850231003", "resident_id_birth_date")]
    [InlineData("70000020261122003X", "resident_id_birth_date_in_future")] // tomorrow
    [InlineData("7000001985123100AX", "resident_id_characters")]
    [InlineData("", "document_number_empty")]
    public async Task A_wrong_number_is_refused_by_the_name_of_its_field(string number, string code)
    {
        var check = (await told.Story.Check(ToldStory.Zhang, number)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);
        check["field"].ShouldBe("applicants[0].documents[0].number");
        check.Body["errors"]!.AsArray().Count.ShouldBe(1);

        var organization = await told.Story.RecordOrganization();
        var ban = await told.Story.Dispose(organization, Story.ABan(Story.APerson("王五", number)));
        ban.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code)["field"].ShouldBe("responsiblePersons[0].documents[0].number");
    }

    [Fact]
    public async Task Every_wrong_number_of_a_batch_is_named()
    {
        var check = await told.Story.Clerk.Post(Story.Checks, Story.AQuestion(
            "150602", charitable: false,
            Story.AnApplicant("王五", "700000198512310030"), Story.AnApplicant("李四", ResidentIds.Of(1)), Story.AnApplicant("赵六", "70000")));

        check.ShouldBe(HttpStatusCode.UnprocessableEntity).Body["errors"]!.AsArray().Select(error => error!["field"]!.ToString())
            .ShouldBe(["applicants[0].documents[0].number", "applicants[2].documents[0].number"]);
    }

    [Theory]
    [InlineData(null, "passport_country_missing")]
    [InlineData("CN", "passport_country_unknown")]
    public async Task A_wrong_country_is_told_of_the_country_and_not_of_the_number(string? country, string code)
    {
        var applicant = Story.AnApplicant("王五", ResidentIds.Of(1));
        applicant["documents"]!.AsArray().Add(new JsonObject { ["type"] = "passport", ["number"] = "E70000001", ["issuingCountry"] = country });

        (await told.Story.Clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, applicant))).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code)["field"]
            .ShouldBe("applicants[0].documents[1].issuingCountry");
    }

    /// <summary>152722 (达拉特旗 of 伊克昭盟) was abolished in 2001; nobody lives who was born in 1800.</summary>
    [Fact]
    public async Task A_retired_region_code_is_accepted_in_a_number_and_as_a_region()
    {
        var number = ResidentId.WithCheckDigit("15272218000101003");

        (await told.Story.Check("王五", number)).ShouldAnswer("eligible");
        (await told.Story.Check("王五", number, region: "152722", by: told.Node.As(ApiClientSamples.ClerkOfNation))).ShouldAnswer("eligible");
        await told.Story.RecordOrganization(region: "152722");
    }

    /// <summary>达拉特旗 went on as 150621, and 150600 works for what is filed under the old code.</summary>
    [Fact]
    public async Task A_rule_of_a_region_bars_also_under_the_retired_codes_that_went_on_in_it()
    {
        (await told.Story.Check(ToldStory.Zhang, ToldStory.ZhangNumber, region: "152722", by: told.Node.As(ApiClientSamples.ClerkOfNation)))
            .ShouldAnswer("restricted", "listing_in_force");
        (await told.Story.Check(ToldStory.Zhang, ToldStory.ZhangNumber, region: "150700", by: told.Node.As(ApiClientSamples.ClerkOfNation))).Verdict().ShouldBe("eligible");
    }

    [Fact]
    public async Task What_looks_wrong_in_an_application_is_told_and_changes_nothing()
    {
        var applicant = Story.AnApplicant("王五", ResidentIds.Of(1));
        (applicant["birthDate"], applicant["sex"]) = ("1985-12-30", "female");

        var check = await told.Story.Clerk.Post(Story.Checks, Story.AQuestion("150602", charitable: false, applicant));

        check.ShouldAnswer("eligible");
        check.Body["applicants"]![0]!["warnings"]!.AsArray().Select(warning => warning!.ToString())
            .ShouldBe(["document_region_unknown", "birth_date_contradicts_document", "sex_contradicts_document"]);
        (await told.Story.Check("王五", ResidentId.WithCheckDigit("15272218000101003"))).Body["applicants"]![0]!["warnings"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_goes_in_and_never_comes_out()
    {
        var number = ResidentIds.Of(77);
        var organization = await told.Story.RecordOrganization();
        var ban = await told.Story.Dispose(organization, Story.ABan(Story.APerson("司马懿", number)));
        var listing = await told.Story.Propose(organization, ban.Body["responsiblePersons"]![0]!["responsiblePersonId"]!.ToString());
        var answers = new[]
        {
            ban, listing, await told.Story.Check("司马懿", number),
            await told.Story.Officer.Get($"{Story.Organizations}/{organization}"), await told.Story.Officer.Get($"{Story.Organizations}/{organization}/history"),
            await told.Story.Officer.Get($"{Story.Listings}/{listing["id"]}"), await told.Story.Officer.Get($"{Story.Listings}/{listing["id"]}/history"),
        };

        answers.ShouldAllBe(answer => (int)answer.Status < 300 && !answer.Text.Contains(number) && !answer.Text.Contains("司马懿"));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("activities")]
    public async Task Words_that_hold_a_number_are_refused_before_they_reach_the_log(string field)
    {
        var organization = Story.AnOrganization();
        organization[field] = JsonValue.Create($"负责人{ResidentIds.Of(78)}等");

        (await told.Story.Officer.Post(Story.Organizations, organization))
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "text_contains_identity_number")["field"].ShouldBe(field);
    }
}
