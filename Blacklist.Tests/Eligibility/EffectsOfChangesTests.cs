using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Listings.InForce;
using Blacklist.Domain.Calendar;
using Blacklist.Tests.Api;

namespace Blacklist.Tests.Eligibility;

/// <summary>
/// A refusal of 1 June 2026, and what ends or rests a listing only afterwards: today's answer is another, but that day's was right, and nobody
/// examines it again. A change that reaches back to that day says that it was wrong.
/// </summary>
public sealed class EffectsOfChangesTests : IAsyncLifetime
{
    private const string Notices = "/api/v1/notices";
    private const string Organization = "鄂尔多斯市某某协会";
    private const string Later = "2026-07-01";
    private const string Earlier = "2026-05-01";

    private static readonly DateTimeOffset DayOfTheCheck = new(2026, 6, 1, 2, 0, 0, TimeSpan.Zero);

    private RegistryNode _node = null!;

    private Story Story => _node.Story;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_repair_is_told_once_and_the_refusal_stays_right()
    {
        var listing = await Refused("甲更正", ResidentIds.Of(970));
        (await Story.Repair(listing, Later)).ShouldBe(HttpStatusCode.OK);

        (await Told()).ShouldBe([new Step("restricted", "restricted", "restricted", "eligible", WrongRefusals: 0)]);
        (await Reexaminations()).ShouldBe(0);
    }

    [Fact]
    public async Task A_lapse_is_told_once_and_the_refusal_stays_right()
    {
        const string Name = "乙更正";
        var number = ResidentIds.Of(971);
        var listing = await Story.Listed(Name, number);
        (await Story.Vary(listing, "2026-06-30", "2026-05-01", "founder")).ShouldBe(HttpStatusCode.OK);
        await Refusal(Name, number);
        await Lapse(LegalDate.Begins(new DateOnly(2026, 7, 1)));
        (await Story.Clerk.Get($"{Story.Listings}/{listing}"))["status"].ShouldBe("lapsed");

        (await Told()).ShouldBe([new Step("restricted", "restricted", "restricted", "eligible", WrongRefusals: 0)]);
        (await Reexaminations()).ShouldBe(0);
    }

    [Fact]
    public async Task A_suspension_and_its_end_are_told_each_and_the_refusal_stays_right()
    {
        var listing = await Refused("丙更正", ResidentIds.Of(972));
        (await Story.Suspend(listing, Later)).ShouldBe(HttpStatusCode.OK);
        (await Story.Resume(listing, "2026-07-10")).ShouldBe(HttpStatusCode.OK);

        (await Told()).ShouldBe(
        [
            new Step("restricted", "restricted", "restricted", "eligible", WrongRefusals: 0),
            new Step("restricted", "restricted", "eligible", "restricted", WrongRefusals: 0),
        ]);
        (await Reexaminations()).ShouldBe(0);
    }

    [Fact]
    public async Task A_waiver_is_told_to_who_asked_for_the_named_organization_alone()
    {
        var listing = await Refused("丁更正", ResidentIds.Of(973));
        (await Waive(listing, "另一个协会")).ShouldBe(HttpStatusCode.OK);
        (await Told()).ShouldBeEmpty();
        (await Waive(listing, Organization)).ShouldBe(HttpStatusCode.OK);

        (await Told()).ShouldBe([new Step("restricted", "restricted", "restricted", "eligible", WrongRefusals: 0)]);
        (await Reexaminations()).ShouldBe(0);
    }

    [Fact]
    public async Task A_repair_that_reaches_back_to_the_day_of_the_refusal_has_it_examined_again()
    {
        var listing = await Refused("戊更正", ResidentIds.Of(974));
        (await Story.Repair(listing, Earlier)).ShouldBe(HttpStatusCode.OK);

        (await Told()).ShouldBe([new Step("restricted", "eligible", "restricted", "eligible", WrongRefusals: 1)]);
        (await Reexaminations()).ShouldBe(1);
    }

    [Fact]
    public async Task Policy_documents_under_review_make_a_refusal_a_case_for_review_until_they_are_restored()
    {
        var rules = new RuleStory(_node);
        await Refused("己更正", ResidentIds.Of(975));
        (await rules.PolicyDocuments("review")).ShouldBe(HttpStatusCode.OK);
        (await rules.PolicyDocuments("restoration")).ShouldBe(HttpStatusCode.OK);

        (await Told()).ShouldBe(
        [
            new Step("restricted", "review", "restricted", "review", WrongRefusals: 1),
            new Step("review", "restricted", "review", "restricted", WrongRefusals: 0),
        ]);
        (await Reexaminations()).ShouldBe(1);
    }

    private async Task<string> Refused(string name, string number)
    {
        var listing = await Story.Listed(name, number);
        await Refusal(name, number);
        return listing;
    }

    private async Task Refusal(string name, string number)
    {
        _node.Clock.Now = DayOfTheCheck;
        var check = await Story.Check(name, number);
        _node.Clock.Now = RegistryNode.Today;
        check.ShouldAnswer("restricted", "listing_in_force");
    }

    private Task<ApiAnswer> Waive(string listing, string organization) =>
        Story.Change(listing, "waiver", new JsonObject { ["organizations"] = new JsonArray(organization), ["from"] = Later });

    private async Task Lapse(DateTimeOffset at)
    {
        await DatabaseClock.Set(_node.Database.Owner, at);
        var lease = (await _node.Service<JobLeases>().Take("lapse_listings", "test", TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))).ShouldNotBeNull();
        await new LapseJob(_node.Service<EventStore>(), _node.Service<InForceRows>())
            .Run(new JobTurn(lease, _node.Service<EventStore>(), _node.Service<JobLeases>(), CancellationToken.None));
    }

    /// <summary>By one notice each, also when the work is done twice.</summary>
    private async Task<IReadOnlyList<Step>> Told()
    {
        await EffectsTurns.Finish(_node);
        await EffectsTurns.Try(_node, applicantsAtOnce: 1, CancellationToken.None);
        var steps = new List<Step>();
        foreach (var notice in (await Story.Clerk.Get(Notices)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray())
        {
            var page = (await Story.Clerk.Get($"{Notices}/{notice!["id"]}/checks")).ShouldBe(HttpStatusCode.OK);
            var row = page.Body["items"]!.AsArray().ShouldHaveSingleItem()!;
            row["recorded"]!.ToString().ShouldBe("restricted");
            steps.Add(new Step(
                row["before"]!.ToString(), row["after"]!.ToString(), row["todayBefore"]!.ToString(), row["todayAfter"]!.ToString(),
                notice["wrongRefusals"]!.GetValue<int>()));
        }

        return steps;
    }

    private async Task<int> Reexaminations() =>
        (await Story.Clerk.Get("/api/v1/reexaminations")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Count;

    /// <summary>What one notice tells of the refusal: the answer for its own day, and for the day of the notice's cause.</summary>
    private sealed record Step(string Before, string After, string TodayBefore, string TodayAfter, int WrongRefusals);
}
