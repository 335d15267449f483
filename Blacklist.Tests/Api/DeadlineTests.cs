using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Deadlines;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.Listings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blacklist.Tests.Api;

/// <summary>Deadlines over HTTP, with turns of their job one by one.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    private const string Deadlines = "/api/v1/deadlines";

    /// <summary>The statement period of a notice served on Friday 2026-11-20 ends after five working days.</summary>
    private static readonly DateOnly Due = new(2026, 11, 27);

    private RegistryNode _node = null!;

    private Story Story => _node.Story;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        await DatabaseClock.Set(_node.Database.Owner, RegistryNode.Today);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task It_is_open_then_near_then_passed_and_says_so()
    {
        var listing = await Noticed();
        var open = await OnlyOne();
        open["state"]!.ToString().ShouldBe("open");
        open["subjectType"]!.ToString().ShouldBe("listing");
        open["subjectId"]!.ToString().ShouldBe(listing);
        open["due"]!.ToString().ShouldBe("2026-11-27");
        open["passesAt"]!.ToString().ShouldBe("2026-11-27T16:00:00Z");

        await Turn(LegalDate.Begins(Due).AddTicks(-10));
        (await OnlyOne())["state"]!.ToString().ShouldBe("open");
        await Turn(LegalDate.Begins(Due));
        (await OnlyOne())["state"]!.ToString().ShouldBe("warned");
        await Turn(LegalDate.Begins(Due.AddDays(1)));
        var passed = await OnlyOne();
        passed["state"]!.ToString().ShouldBe("passed");
        passed["passedAt"]!.ToString().ShouldBe("2026-11-27T16:00:00Z");
        passed["late"].ShouldBeNull();

        (await Story.RecordStatement(listing, on: "2026-11-20")).ShouldBe(HttpStatusCode.OK);
        (await OnlyOne())["state"]!.ToString().ShouldBe("met");
    }

    [Fact]
    public async Task What_nobody_could_see_in_time_says_why()
    {
        await Noticed();
        await Turn(RegistryNode.Today);
        await Turn(LegalDate.Begins(Due.AddDays(3)));

        var late = (await OnlyOne())["late"]!;
        late["cause"]!.ToString().ShouldBe("noScheduler");
        late["from"]!.ToString().ShouldBe("2026-11-21T08:00:00Z");
        late["until"]!.ToString().ShouldBe("2026-11-29T16:00:00Z");
    }

    [Fact]
    public async Task A_turn_that_is_run_again_tells_nothing_again()
    {
        await Noticed();
        await Turn(LegalDate.Begins(Due.AddDays(1)));
        var position = await _node.Service<EventStore>().Position();

        await Turn(LegalDate.Begins(Due.AddDays(1)));
        await Turn(LegalDate.Begins(Due.AddDays(9)));

        (await _node.Service<EventStore>().Position()).ShouldBe(position);
    }

    [Fact]
    public async Task What_follows_from_it_is_recorded_with_it_or_not_at_all()
    {
        var listing = Guid.Parse(await Noticed());
        Task<IReadOnlyList<StreamAppend>> Drop(EventStream subject, DateTimeOffset at) => Task.FromResult<IReadOnlyList<StreamAppend>>(
            [new StreamAppend(subject.Id, Listing.Stream.Type, subject.Version, [new NewEvent(Guid.CreateVersion7(), AListing.Dropped with { ListingId = new ListingId(subject.Id) })])]);

        await Turn(LegalDate.Begins(Due.AddDays(1)), async (subject, at) =>
        {
            var following = await Drop(subject, at);
            (await Story.RecordStatement(listing.ToString(), on: "2026-11-20")).ShouldBe(HttpStatusCode.OK); // a clerk is faster
            return following;
        });
        (await OnlyOne())["state"]!.ToString().ShouldBe("met");
        (await OnlyOne())["passedAt"].ShouldBeNull();

        var other = Guid.Parse(await Noticed());
        (await Turn(LegalDate.Begins(Due.AddDays(1)), Drop)).Error.ShouldBeNull();
        var events = await _node.Service<EventStore>().Load(other);
        var told = await _node.Service<EventStore>().Load(WatchedDeadline.IdOf(other, DeadlineKind.StatementPeriod, Due).Value);
        events.Events[^1].Data.ShouldBeOfType<ListingDropped>();
        told.Events[^1].Data.ShouldBeOfType<DeadlinePassed>();
        events.Events[^1].RecordedAt.ShouldBe(told.Events[^1].RecordedAt);
    }

    [Fact]
    public async Task One_that_fails_keeps_no_other_back_and_is_tried_again()
    {
        var bad = await Noticed();
        var good = await Noticed();
        Consequence fails = (subject, _) => subject.Id == Guid.Parse(bad) ? throw new TimeoutException() : Task.FromResult<IReadOnlyList<StreamAppend>>([]);

        (await Turn(LegalDate.Begins(Due.AddDays(1)), fails)).Error.ShouldBe("TimeoutException");
        (await List("?state=passed")).Select(row => row!["subjectId"]!.ToString()).ShouldBe([good]);
        (await Turn(LegalDate.Begins(Due.AddDays(1)))).Error.ShouldBeNull();
        (await List("?state=passed")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task It_explains_how_its_day_was_counted()
    {
        await Noticed();
        var id = (await OnlyOne())["id"]!.ToString();
        var told = (await Story.Officer.Get($"{Deadlines}/{id}")).ShouldBe(HttpStatusCode.OK);

        told["kind"].ShouldBe("statementPeriod");
        told["region"].ShouldBe("150602");
        (await _node.As(ApiClientSamples.Auditor).Get($"{Deadlines}/{id}")).ShouldBe(HttpStatusCode.OK);
        (await Story.Officer.Get($"{Deadlines}/{Guid.NewGuid()}")).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Story.Clerk.Get($"{Deadlines}/{id}")).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_list_has_those_of_the_callers_regions_by_day_a_page_at_a_time()
    {
        await Noticed(on: "2026-11-20");
        await Noticed(on: "2026-11-18");
        await Noticed(on: "2026-11-19");

        var first = await Story.Officer.Get($"{Deadlines}?limit=2");
        var second = await Story.Officer.Get($"{Deadlines}?limit=2&cursor={first["nextCursor"]}");
        Days(first).Concat(Days(second)).ShouldBe(["2026-11-25", "2026-11-26", "2026-11-27"]);
        second["nextCursor"].ShouldBeNull();
        (await List("?dueBefore=2026-11-26")).Count.ShouldBe(1);
        (await List("?kind=hearing")).ShouldBeEmpty();
        (await List("?kind=statementPeriod&state=open")).Count.ShouldBe(3);
        (await Story.Officer.Get($"{Deadlines}?state=Open")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "value_not_allowed");
        (await Story.Officer.Get($"{Story.Listings}?status=noticeServed")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Count.ShouldBe(3);
        (await Story.Officer.Get($"{Deadlines}?cursor=bm8")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "cursor_invalid");
    }

    [Fact]
    public async Task The_jobs_say_how_they_fare()
    {
        await Turn(RegistryNode.Today);
        var jobs = (await _node.As(ApiClientSamples.Auditor).Get("/api/v1/system/jobs")).ShouldBe(HttpStatusCode.OK).Body.AsArray();

        var job = jobs.ShouldHaveSingleItem()!;
        job["job"]!.ToString().ShouldBe("deadlines");
        job["holder"]!.ToString().ShouldBe("test");
        job["epoch"]!.ToString().ShouldBe("1");
        job["lastStartedAt"]!.ToString().ShouldBe("2026-11-21T08:00:00Z");
        (await Story.Officer.Get("/api/v1/system/jobs")).ShouldBeRefused(HttpStatusCode.Forbidden, "forbidden");
    }

    private static IEnumerable<string> Days(ApiAnswer page) => page.ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Select(row => row!["due"]!.ToString());

    private async Task<string> Noticed(string on = "2026-11-20")
    {
        var listing = await Story.Proposed("王五", ResidentIds.Zhang);
        (await Story.ServeNotice(listing, on)).ShouldBe(HttpStatusCode.OK);
        return listing;
    }

    private async Task<JsonArray> List(string query = "") => (await Story.Officer.Get(Deadlines + query)).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray();

    private async Task<JsonNode> OnlyOne() => (await List()).ShouldHaveSingleItem()!;

    /// <summary>One turn of the job at this time.</summary>
    private async Task<JobTurn> Turn(DateTimeOffset at, Consequence? consequence = null)
    {
        await DatabaseClock.Set(_node.Database.Owner, at);
        var services = new ServiceCollection();
        if (consequence is not null)
        {
            services.AddKeyedSingleton(DeadlineKind.StatementPeriod, consequence);
        }

        await using var consequences = services.BuildServiceProvider();
        var job = new DeadlineJob(_node.Service<EventStore>(), _node.Service<DueDeadlineRows>(), consequences, NullLogger<DeadlineJob>.Instance);
        var leases = _node.Service<JobLeases>();
        var lease = (await leases.Take(job.Name, "test", TimeSpan.FromMinutes(1), job.Interval)).ShouldNotBeNull();
        var turn = new JobTurn(lease, _node.Service<EventStore>(), leases, CancellationToken.None);
        await job.Run(turn);
        await leases.Finish(lease.Fence, turn.Error);
        return turn;
    }
}
