using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Api;

/// <summary>An entry without a document number says so until one is linked.</summary>
public sealed class CompletionTests(ToldStory told) : IClassFixture<ToldStory>
{
    private readonly Story _story = told.Story;

    [Theory]
    [InlineData("""{ "name": "甲某某", "part": "founder" }""", "nameOnly")]
    [InlineData("""{ "name": "甲某某", "part": "founder", "sex": "male" }""", "sex")]
    [InlineData("""{ "name": "甲某某", "part": "founder", "sex": "male", "birthYear": 1985 }""", "birthYear")]
    [InlineData("""{ "name": "甲某某", "part": "founder", "birthYear": 1985, "birthDate": "1985-12-31" }""", "birthDate")]
    [InlineData("""{ "name": "甲某某", "part": "founder", "documents": [ { "type": "residentId", "number": "70000019851231003X" } ] }""", "document")]
    public async Task The_record_of_a_decision_says_what_each_entry_carries(string person, string identifiedBy)
    {
        var organization = await _story.RecordOrganization();

        var named = (await _story.Dispose(organization, Story.ABan(JsonNode.Parse(person)!))).ShouldBe(HttpStatusCode.Created).Body["responsiblePersons"]![0]!;

        named["identifiedBy"]!.ToString().ShouldBe(identifiedBy);
        named["needsCompletion"]!.GetValue<bool>().ShouldBe(identifiedBy != "document");
        var row = (await _story.Officer.Get($"{Story.Organizations}/{organization}")).Body["responsiblePersons"]![0]!;
        row["identifiedBy"]!.ToString().ShouldBe(identifiedBy);
        row["needsCompletion"]!.GetValue<bool>().ShouldBe(identifiedBy != "document");
    }

    [Fact]
    public async Task A_linked_document_completes_the_entry_and_its_removal_opens_it_again()
    {
        var listing = await _story.Proposed("乙某某", number: null);
        await ShouldNeedCompletion(listing, true);
        await _story.Link(listing, "otherName", "乙某");
        await ShouldNeedCompletion(listing, true);

        var card = await _story.Link(listing, "furtherDocument", "乙某某", IdentitySteps.ADocument(ResidentIds.Of(600)));
        await ShouldNeedCompletion(listing, false);

        await _story.Unlink(listing, card);
        await ShouldNeedCompletion(listing, true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_entry_of_the_person_that_has_a_number_completes_it_from_either_side(bool fromTheCompleteOne)
    {
        var named = await _story.Proposed("丙某某", number: null);
        var numbered = await _story.Proposed("丙某某", ResidentIds.Of(fromTheCompleteOne ? 601 : 602));
        var (one, other) = fromTheCompleteOne ? (numbered, named) : (named, numbered);

        var merged = await _story.Merge(one, other);
        await ShouldNeedCompletion(named, false);

        await _story.Unlink(one, merged);
        await ShouldNeedCompletion(named, true);
        await ShouldNeedCompletion(numbered, false);
    }

    [Fact]
    public async Task A_number_completes_every_entry_that_links_lead_to_however_far()
    {
        var (first, second, third) = (await _story.Proposed("庚某某", null), await _story.Proposed("庚某某", null), await _story.Proposed("庚某某", null));
        await _story.Merge(first, second);
        await _story.Merge(second, third);
        await _story.Merge(third, first);
        await ShouldNeedCompletion(first, true);

        var card = await _story.Link(third, "furtherDocument", "庚某某", IdentitySteps.ADocument(ResidentIds.Of(605)));
        await ShouldNeedCompletion(first, false);
        await ShouldNeedCompletion(second, false);

        await _story.Unlink(third, card);
        await ShouldNeedCompletion(first, true);
    }

    [Fact]
    public async Task A_birth_year_that_differs_tells_apart_and_an_equal_one_leaves_it_to_a_human()
    {
        await Listed("丁满堂", new JsonObject { ["birthYear"] = 1961 });
        await Listed("丁满仓", new JsonObject { ["birthYear"] = 1985 });

        (await _story.Check("丁满堂", ResidentIds.Of(603))).ShouldAnswer("eligible");
        (await _story.Check("丁满仓", ResidentIds.Of(603))).ShouldAnswer("review", "name_only");
    }

    [Fact]
    public async Task A_former_name_on_file_counts_as_a_name()
    {
        var former = new JsonObject { ["otherNames"] = new JsonArray("戊改名"), ["documents"] = new JsonArray(IdentitySteps.ADocument(ResidentIds.Of(604))) };
        await Listed("戊某某", former);

        (await _story.Check("戊改名", ResidentIds.Of(604))).ShouldAnswer("restricted", "listing_in_force");
        (await _story.Check("己某某", ResidentIds.Of(604))).ShouldAnswer("review", "name_incompatible");
    }

    [Theory]
    [InlineData("""{ "birthYear": 1700 }""", "birthYear", "out_of_range")]
    [InlineData("""{ "otherNames": [ "乙", "1" ] }""", "otherNames[1]", "name_characters")]
    public async Task A_wrong_year_or_former_name_is_refused_by_the_name_of_its_field(string more, string field, string code)
    {
        var organization = await _story.RecordOrganization();

        (await _story.Dispose(organization, Story.ABan(APerson("甲某某", JsonNode.Parse(more)!.AsObject()))))
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code)["field"].ShouldBe($"responsiblePersons[0].{field}");
    }

    private async Task Listed(string name, JsonObject more)
    {
        var organization = await _story.RecordOrganization();
        var persons = await _story.Ban(organization, APerson(name, more));
        var listing = (await _story.Propose(organization, persons[0])).ShouldBe(HttpStatusCode.Created)["id"]!;
        (await _story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(listing)).ShouldBe(HttpStatusCode.OK);
    }

    private static JsonObject APerson(string name, JsonObject more)
    {
        var person = Story.APerson(name, number: null);
        foreach (var (field, value) in more)
        {
            person[field] = value?.DeepClone();
        }

        return person;
    }

    private async Task ShouldNeedCompletion(string listing, bool needed)
    {
        var row = (await _story.Officer.Get($"{Story.Listings}/{listing}")).ShouldBe(HttpStatusCode.OK);
        row.Body["needsCompletion"]!.GetValue<bool>().ShouldBe(needed);
        (await _story.Officer.Get($"{Story.Organizations}/{row["bannedOrganizationId"]}")).Body["responsiblePersons"]![0]!["needsCompletion"]!.GetValue<bool>()
            .ShouldBe(needed);
    }
}
