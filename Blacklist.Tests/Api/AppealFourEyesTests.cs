using System.Net;
using Blacklist.Api.Security.Issuer;

namespace Blacklist.Tests.Api;

/// <summary>Who took part in a listing has no say in the appeal against it, whatever else they may do.</summary>
public sealed class AppealFourEyesTests(ToldStory told) : IClassFixture<ToldStory>
{
    private const string Name = "徐达";

    private static readonly ApiClient Everything = ApiClientSamples.Everything;

    private readonly AppealStory _appeals = new(told.Node);
    private readonly Story _story = told.Story;
    private readonly ApiCaller _everything = told.Node.As(Everything);

    public static TheoryData<string> Parts => ["proposed", "served", "decided"];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Who_took_part_does_not_get_the_appeal(string part)
    {
        var appeal = await _appeals.Admitted(await Listed(part));

        (await _appeals.Assign(appeal, to: Everything.Id)).ShouldBeRefused(HttpStatusCode.Conflict, "assignee_took_part_in_listing");
        (await _appeals.Assign(appeal, to: Everything.Id, by: _everything)).ShouldBeRefused(HttpStatusCode.Conflict, "assignee_took_part_in_listing");
        (await _appeals.Assign(appeal, by: _everything)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Who_took_part_does_not_reject_it(string part) =>
        (await _appeals.Reject(await _appeals.Filed(await Listed(part)), by: _everything)).ShouldBeRefused(HttpStatusCode.Conflict, "rejecter_took_part_in_listing");

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Who_took_part_does_not_decide_it(string part) =>
        (await _appeals.Decide(await _appeals.Assigned(await Listed(part)), by: _everything)).ShouldBeRefused(HttpStatusCode.Conflict, "appeal_assigned_to_another");

    [Fact]
    public async Task Who_takes_part_after_the_assignment_does_not_decide_it()
    {
        var listing = await _story.Noticed(Name, number: null);
        var appeal = (await _appeals.File(listing, "statement", on: "2026-03-10"))["id"]!;
        (await _appeals.Admit(appeal, on: "2026-03-11")).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Assign(appeal, to: Everything.Id)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(listing, by: _everything)).ShouldBe(HttpStatusCode.OK);

        (await _appeals.Decide(appeal, "maintain", by: _everything)).ShouldBeRefused(HttpStatusCode.Conflict, "decider_took_part_in_listing");
    }

    [Fact]
    public async Task Nobody_but_the_assignee_invites_or_decides()
    {
        var appeal = await _appeals.Assigned(await _story.Listed(Name, number: null));
        var second = told.Node.As(ApiClientSamples.SecondAppealsAdministrator);

        (await _appeals.Invite(appeal, by: second)).ShouldBeRefused(HttpStatusCode.Conflict, "appeal_assigned_to_another");
        (await _appeals.Decide(appeal, by: second)).ShouldBeRefused(HttpStatusCode.Conflict, "appeal_assigned_to_another");
        (await _appeals.Assign(appeal, to: ApiClientSamples.SecondAppealsAdministrator.Id)).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Decide(appeal)).ShouldBeRefused(HttpStatusCode.Conflict, "appeal_assigned_to_another");
        (await _appeals.Decide(appeal, by: second)).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>One who may do everything took one part, others did the rest.</summary>
    private async Task<string> Listed(string part)
    {
        var listing = await _story.Proposed(Name, number: null, by: part == "proposed" ? _everything : null);
        (await (part == "served" ? new Story(_everything, _story.Approver, _story.Clerk) : _story).ServeNotice(listing)).ShouldBe(HttpStatusCode.OK);
        (await _story.Decide(listing, by: part == "decided" ? _everything : null)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }
}
