using System.Net;
using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Listings;

namespace Blacklist.Tests.Api;

/// <summary>What a listed person says in their own words travels with the listing to registration authorities, and lies nowhere but in the vault.</summary>
public sealed class StatementTests(NodesOfOneDatabase nodes) : IClassFixture<NodesOfOneDatabase>
{
    private readonly AppealStory _appeals = new(nodes.Node);
    private readonly Story _story = nodes.Story;

    [Fact]
    public async Task From_the_admission_on_mark_and_words_are_in_every_answer_on_every_node()
    {
        const string Name = "李善长";
        var number = ResidentIds.Of(820);
        var appeal = await _appeals.Filed(await _story.Listed(Name, number), "objection", AppealStory.Words);
        await nodes.OnEveryNode(async story => Unmarked(await story.Check(Name, number)));

        (await _appeals.Admit(appeal)).ShouldBe(HttpStatusCode.OK);

        await nodes.OnEveryNode(async story => Marked(await story.Check(Name, number)));
        (await _appeals.Withdraw(appeal)).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).Reasons()[0]!["disputed"]!.GetValue<bool>().ShouldBeFalse());
    }

    [Fact]
    public async Task Registration_authorities_are_told_the_words_auditors_their_id_and_partners_the_verdict_alone()
    {
        const string Name = "刘伯温";
        var number = ResidentIds.Of(821);
        await _appeals.Admitted(await _story.Listed(Name, number), "objection", AppealStory.Words);

        var clerk = await _story.Check(Name, number);
        Marked(clerk);
        Marked(await _story.Clerk.Get($"{Story.Checks}/{clerk["checkId"]}"));
        Marked(await _story.Check(Name, number, by: nodes.Node.As(ApiClientSamples.System)));
        var partner = await _story.Check(Name, number, by: nodes.Node.As(ApiClientSamples.Partner));
        partner.Body["applicants"]![0]!.AsObject().Select(field => field.Key).ShouldBe(["index", "verdict", "warnings"]);
        partner.Body["statements"].ShouldBeNull();
        (await nodes.Node.As(ApiClientSamples.Auditor).Get($"{Story.Checks}/{clerk["checkId"]}")).Body["statements"].ShouldBeNull();
    }

    [Fact]
    public async Task A_namesake_is_not_told_what_the_listed_person_says()
    {
        const string Name = "宋濂";
        await _appeals.Admitted(await _story.Listed(Name, ResidentIds.Of(822)), "objection", AppealStory.Words);

        var namesake = await _story.Check(Name, ResidentIds.Of(823));

        namesake.ShouldAnswer("eligible", "different_document");
        namesake.Reasons()[0]!["statement"].ShouldBeNull();
        namesake.Body["statements"].ShouldBeNull();
    }

    [Fact]
    public async Task The_words_of_a_statement_travel_with_the_proposal_and_with_the_listing_that_comes_of_it()
    {
        const string Name = "汤和";
        var number = ResidentIds.Of(824);
        var listing = await _story.Noticed(Name, number);
        var appeal = (await _appeals.File(listing, "statement", on: "2026-03-10", statement: AppealStory.Words))["id"]!;
        (await _appeals.Admit(appeal, on: "2026-03-11")).ShouldBe(HttpStatusCode.OK);

        (await _story.Check(Name, number)).Body["statements"]![0]!["text"]!.ToString().ShouldBe(AppealStory.Words);
        (await _story.Decide(listing)).ShouldBe(HttpStatusCode.OK);
        await nodes.OnEveryNode(async story => (await story.Check(Name, number)).Body["statements"]![0]!["text"]!.ToString().ShouldBe(AppealStory.Words));
    }

    [Fact]
    public async Task A_proposal_that_was_dropped_and_made_again_begins_without_words()
    {
        const string Name = "冯胜";
        var number = ResidentIds.Of(825);
        var organization = await _story.RecordOrganization();
        var person = (await _story.Ban(organization, Story.APerson(Name, number)))[0];
        var listing = (await _story.Propose(organization, person))["id"]!;
        (await _story.ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
        var appeal = (await _appeals.File(listing, "statement", on: "2026-03-10", statement: AppealStory.Words))["id"]!;
        (await _appeals.Admit(appeal, on: "2026-03-11")).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(listing, "drop")).ShouldBe(HttpStatusCode.OK);

        (await _story.Propose(organization, person)).ShouldBe(HttpStatusCode.Created);

        await nodes.OnEveryNode(async story => Unmarked(await story.Check(Name, number)));
    }

    [Fact]
    public async Task Who_is_forgotten_takes_the_words_along()
    {
        const string Name = "蓝玉";
        var number = ResidentIds.Of(826);
        var listing = await _story.Listed(Name, number);
        await _appeals.Admitted(listing, "objection", AppealStory.Words);
        var check = (await _story.Check(Name, number))["checkId"];
        var person = (await nodes.Node.Service<EventStore>().Load(new Guid(listing))).Fold(Listing.Initial, Listing.Evolve).PersonId;

        await nodes.Node.Service<IdentityVault>().Erase(person);

        var again = (await _story.Clerk.Get($"{Story.Checks}/{check}")).ShouldBe(HttpStatusCode.OK);
        again.Body["statements"]?.AsArray().ShouldBeEmpty();
        again.Text.ShouldNotContain(AppealStory.Words);
        var later = await _appeals.Filed(listing, "objection", AppealStory.Words);
        (await _appeals.Administrator.Get($"{AppealStory.Appeals}/{later}")).ShouldBe(HttpStatusCode.OK)["statement"].ShouldBeNull();
    }

    [Fact]
    public async Task Words_with_an_identity_number_in_them_and_too_many_words_are_refused()
    {
        var listing = await _story.Listed("傅友德", ResidentIds.Of(827));

        (await _appeals.File(listing, statement: $"本人身份证号{ResidentIds.Zhang}。"))
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "text_contains_identity_number");
        (await _appeals.File(listing, statement: new string('言', 4001))).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "text_too_long");
        (await _appeals.File(listing, statement: new string('言', 4000))).ShouldBe(HttpStatusCode.Created);
    }

    private static void Marked(ApiAnswer check)
    {
        var reason = check.ShouldBe(HttpStatusCode.OK).Reasons()[0]!;
        reason["disputed"]!.GetValue<bool>().ShouldBeTrue();
        var words = check.Body["statements"]!.AsArray().ShouldHaveSingleItem()!;
        words["listingNumber"]!.ToString().ShouldBe(reason["listingNumber"]!.ToString());
        words["statement"]!.ToString().ShouldBe(reason["statement"]!.ToString());
        words["text"]!.ToString().ShouldBe(AppealStory.Words);
    }

    private static void Unmarked(ApiAnswer check)
    {
        check.Body["statements"].ShouldBeNull();
        check.Reasons()[0]!["disputed"]!.GetValue<bool>().ShouldBeFalse();
        check.Reasons()[0]!["statement"].ShouldBeNull();
    }
}
