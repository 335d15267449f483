using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Appeals;
using Blacklist.Api.Deadlines;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Deadlines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blacklist.Tests.Api;

/// <summary>The deadlines of an appeal, and what an authority that is late brings on itself where the site says so.</summary>
public sealed class LateAppealTests : IAsyncLifetime
{
    private const string Name = "李文忠";

    /// <summary>Thirty days after the admission of 17 November 2026.</summary>
    private static readonly DateOnly DecideBy = new(2026, 12, 17);

    private static readonly string Number = ResidentIds.Of(850);

    private RegistryNode _node = null!;
    private AppealStory _appeals = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _appeals = new AppealStory(_node);
        await DatabaseClock.Set(_node.Database.Owner, RegistryNode.Today);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Every_step_has_its_deadline_which_warns_and_passes()
    {
        var appeal = await _appeals.Filed(await _appeals.Story.Listed(Name, Number));
        var admission = await Deadline("appealAdmission");
        admission["due"]!.ToString().ShouldBe("2026-11-23");
        admission["subjectId"]!.ToString().ShouldBe(appeal);
        await Turn(LegalDate.Begins(new DateOnly(2026, 11, 19)), late: false); // two working days before it
        (await Deadline("appealAdmission"))["state"]!.ToString().ShouldBe("warned");

        (await _appeals.Admit(appeal)).ShouldBe(HttpStatusCode.OK)["due"].ShouldBe("2026-12-17");
        (await Deadline("appealAdmission"))["state"]!.ToString().ShouldBe("met");
        (await _appeals.Assign(appeal)).ShouldBe(HttpStatusCode.OK);
        (await _appeals.Invite(appeal)).ShouldBe(HttpStatusCode.OK);
        (await Deadline("hearing"))["due"]!.ToString().ShouldBe("2026-12-15");
        await Turn(LegalDate.Begins(DecideBy.AddDays(1)), late: false);
        (await Deadline("hearing"))["state"]!.ToString().ShouldBe("passed");
        (await Deadline("appealDecision"))["state"]!.ToString().ShouldBe("passed");
        (await _appeals.Story.Check(Name, Number)).ShouldAnswer("restricted", "listing_in_force"); // the procedure as shipped suspends nothing

        (await _appeals.Withdraw(appeal)).ShouldBe(HttpStatusCode.OK);
        (await Deadline("appealDecision"))["state"]!.ToString().ShouldBe("lifted");
    }

    [Fact]
    public async Task Where_the_site_says_so_lateness_suspends_the_effect_until_the_decision()
    {
        var listing = await _appeals.Story.Listed(Name, Number);
        var appeal = await _appeals.Assigned(listing);

        await Turn(LegalDate.Begins(DecideBy.AddDays(1)).AddTicks(-10), late: true);
        (await _appeals.Story.Check(Name, Number)).ShouldAnswer("restricted", "listing_in_force");
        await Turn(LegalDate.Begins(DecideBy.AddDays(1)), late: true);
        await Turn(LegalDate.Begins(DecideBy.AddDays(2)), late: true);

        _node.Clock.Now = LegalDate.Begins(DecideBy.AddDays(2));
        (await _appeals.Story.Check(Name, Number)).ShouldAnswer("eligible", "listing_suspended");
        (await _appeals.Decide(appeal, "maintain", on: "2026-12-19")).ShouldBe(HttpStatusCode.OK)["disputed"].ShouldBe("false");
        (await _appeals.Story.Check(Name, Number)).ShouldAnswer("restricted", "listing_in_force");
        (await History(listing)).TakeLast(4).ShouldBe(["listing_disputed", "listing_suspended", "listing_resumed", "listing_dispute_settled"]);
    }

    [Fact]
    public async Task What_was_decided_in_time_suspends_nothing()
    {
        var listing = await _appeals.Story.Listed(Name, Number);
        (await _appeals.Decide(await _appeals.Assigned(listing), "maintain")).ShouldBe(HttpStatusCode.OK);

        await Turn(LegalDate.Begins(DecideBy.AddDays(5)), late: true);

        (await History(listing)).ShouldNotContain("listing_suspended");
        (await Deadline("appealDecision"))["state"]!.ToString().ShouldBe("met");
    }

    private async Task<JsonNode> Deadline(string kind) =>
        (await _appeals.Story.Officer.Get($"/api/v1/deadlines?kind={kind}")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldHaveSingleItem()!;

    private async Task<IReadOnlyList<string>> History(string listing) =>
        [.. (await _appeals.Story.Officer.Get($"{Story.Listings}/{listing}/history")).Body.AsArray().Select(fact => fact!["type"]!.ToString())];

    /// <summary>One turn of the job at this time.</summary>
    private async Task Turn(DateTimeOffset at, bool late)
    {
        await DatabaseClock.Set(_node.Database.Owner, at);
        var log = _node.Service<EventStore>();
        var suspends = new LateAppeal(log, _node.Service<Procedure>() with { SuspendWhenAuthorityIsLate = late });
        await using var consequences = new ServiceCollection().AddKeyedSingleton<Consequence>(DeadlineKind.AppealDecision, suspends.Suspend).BuildServiceProvider();
        var job = new DeadlineJob(log, _node.Service<DueDeadlineRows>(), consequences, NullLogger<DeadlineJob>.Instance);
        var leases = _node.Service<JobLeases>();
        var lease = (await leases.Take(job.Name, "test", TimeSpan.FromMinutes(1), job.Interval)).ShouldNotBeNull();
        var turn = new JobTurn(lease, log, leases, CancellationToken.None);
        await job.Run(turn);
        await leases.Finish(lease.Fence, turn.Error);
        turn.Error.ShouldBeNull();
    }
}
