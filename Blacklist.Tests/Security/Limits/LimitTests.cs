using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Callers;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Limits;
using Blacklist.Domain.Identity;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Security.Limits;

/// <summary>The check is no oracle: who counts numbers through is stopped, who works is not.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const string Callers = "/api/v1/callers";

    private RegistryNode node = null!;

    public async Task InitializeAsync() => node = await RegistryNode.StartLimited();

    public Task DisposeAsync() => node.DisposeAsync().AsTask();

    /// <summary>Full size: 10,000.</summary>
    [Fact]
    public async Task Guesses_on_one_birthday_by_an_authorized_client_are_stopped_alarmed_and_recorded()
    {
        await node.Story.Listed("张三", ResidentIds.Of(9_999));
        var clerk = node.As(ApiClientSamples.ClerkOfNation);
        var answered = 0;
        for (var guess = 0; guess < RunSize.Of(60, 10_000); guess++)
        {
            var answer = await node.Story.Check("张三", ResidentIds.Of(guess), by: clerk);
            answered += answer.Status == HttpStatusCode.OK ? 1 : 0;
            (answer.Status == HttpStatusCode.OK || answer["code"] is "caller_paused" or "too_many_requests").ShouldBeTrue(answer.Text);
        }

        answered.ShouldBe(20);
        await node.Service<PauseKeeper>().Run(CancellationToken.None);
        var alarm = (await node.As(ApiClientSamples.Auditor).Get("/api/v1/audit/entries?kind=alarm")).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        alarm["caller"]!.ToString().ShouldBe("clerk-000000");
        alarm["purpose"]!.ToString().ShouldBe("numbersOfOneBirthday");
        (await node.Database.Owner.Scalar<string>("SELECT data::text FROM registry.mt_events WHERE type = 'caller_paused'")).ShouldNotContain("19851231");
        await node.Service<UseExchange>().Run();
        var caller = (await node.As(ApiClientSamples.Administrator).Get($"{Callers}/clerk-000000")).ShouldBe(HttpStatusCode.OK);
        caller.Body["pause"]!["cause"]!.ToString().ShouldBe("numbersOfOneBirthday");
        caller["persons"].ShouldBe("21");
        ((int)caller.Body["refused"]!).ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task A_paused_caller_is_refused_everything_until_another_administrator_resumes_it()
    {
        var (administrator, second) = (node.As(ApiClientSamples.Administrator), node.As(ApiClientSamples.SecondAdministrator));
        (await node.Story.Clerk.Get("/api/v1/rules")).ShouldBe(HttpStatusCode.OK);
        (await second.Get("/api/v1/rules")).ShouldBe(HttpStatusCode.OK);
        await node.Service<UseExchange>().Run();

        (await administrator.Post($"{Callers}/clerk-150600/pause", new JsonObject { ["reason"] = "密钥遗失" })).ShouldBe(HttpStatusCode.OK)["paused"].ShouldBe("true");
        await node.Service<PauseKeeper>().Run(CancellationToken.None);
        (await node.Story.Clerk.Get("/api/v1/rules")).ShouldBeRefused(HttpStatusCode.Forbidden, "caller_paused");
        (await node.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBeRefused(HttpStatusCode.Forbidden, "caller_paused");
        (await administrator.Get($"{Callers}?paused=true")).Body["items"]!.AsArray().ShouldHaveSingleItem()!["caller"]!.ToString().ShouldBe("clerk-150600");

        (await second.Post($"{Callers}/clerk-150600/resumption", new JsonObject { ["reason"] = "已更换密钥" })).ShouldBe(HttpStatusCode.OK)["paused"].ShouldBe("false");
        await node.Service<PauseKeeper>().Run(CancellationToken.None);
        (await node.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBe(HttpStatusCode.OK);
        (await second.Post($"{Callers}/administrator-2-000000/resumption", new JsonObject { ["reason"] = "自行解除" }))
            .ShouldBeRefused(HttpStatusCode.Conflict, "caller_resumes_itself");
    }

    [Fact]
    public async Task An_administrator_pauses_callers_of_the_own_regions_only()
    {
        (await node.As(ApiClientSamples.ClerkElsewhere).Get("/api/v1/rules")).ShouldBe(HttpStatusCode.OK);
        await node.Service<UseExchange>().Run();

        (await node.As(ApiClientSamples.AdministratorOfOrdos).Post($"{Callers}/clerk-500000/pause", new JsonObject { ["reason"] = "越权" })).ShouldBe(HttpStatusCode.NotFound);
        (await node.As(ApiClientSamples.AdministratorOfOrdos).Get($"{Callers}/clerk-500000")).ShouldBe(HttpStatusCode.NotFound);
        (await node.Story.Clerk.Post($"{Callers}/clerk-500000/pause", new JsonObject { ["reason"] = "越权" })).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_one_node_catches_is_refused_by_the_other_and_budgets_are_of_all_nodes()
    {
        await using var other = await RegistryNode.StartLimited(node.Database, ("Limits:Callers:clerk-150600:PersonsPerDay", "5"));
        for (var asked = 0; asked < 4; asked++)
        {
            (await node.Story.Check("慕容复", ResidentIds.Of(asked))).ShouldBe(HttpStatusCode.OK);
        }

        await node.Service<UseExchange>().Run();
        (await other.Story.Check("慕容复", ResidentIds.Of(0))).ShouldBe(HttpStatusCode.OK);
        await other.Service<UseExchange>().Run();
        var spent = (await other.Story.Check("慕容复", ResidentIds.Of(0))).ShouldBeRefused(HttpStatusCode.TooManyRequests, "daily_budget_spent");
        spent.RetryAfter.ShouldBe(TimeSpan.FromHours(8), "at midnight in Shanghai");

        for (var guess = 0; guess < 30; guess++)
        {
            await node.Story.Check("慕容复", ResidentIds.Of(guess));
        }

        await node.Service<PauseKeeper>().Run(CancellationToken.None);
        await other.Service<PauseKeeper>().Run(CancellationToken.None);
        (await other.Story.Check("慕容复", ResidentIds.Of(0))).ShouldBeRefused(HttpStatusCode.Forbidden, "caller_paused");
        await using var third = await RegistryNode.StartLimited(node.Database);
        (await third.Story.Check("慕容复", ResidentIds.Of(0))).ShouldBeRefused(HttpStatusCode.Forbidden, "caller_paused");
    }

    [Fact]
    public void A_caller_with_a_new_role_has_its_limits_with_the_next_token()
    {
        var (guard, limits) = (node.Service<OracleGuard>(), node.Service<CallerLimits>());
        foreach (var role in (string[])["registrationClerk", "registrationSystem", "registrationClerk"])
        {
            guard.Of(new Caller("clerk-150600", "clerk-150600", "测试单位", [role], [], [])).Limit.ShouldBe(limits.ByRole[role]);
        }

        limits.ByRole["registrationClerk"].ShouldNotBe(limits.ByRole["registrationSystem"]);
    }

    [Fact]
    public async Task An_outage_costs_nothing_of_the_day_and_a_repeated_check_counts_once()
    {
        await using var limited = await RegistryNode.StartLimited(node.Database, ("Limits:Callers:clerk-150600:PersonsPerDay", "2"));
        await node.Database.Owner.Execute("REVOKE EXECUTE ON FUNCTION registry.record_checks FROM registry_app");
        for (var retry = 0; retry < 3; retry++)
        {
            (await limited.Story.Check("慕容复", ResidentIds.Of(1), key: "key-1")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        }

        await node.Database.Owner.Execute("GRANT EXECUTE ON FUNCTION registry.record_checks TO registry_app");
        var first = (await limited.Story.Check("慕容复", ResidentIds.Of(1), key: "key-1")).ShouldBe(HttpStatusCode.OK);
        (await limited.Story.Check("慕容复", ResidentIds.Of(1), key: "key-1")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(first.Text);
        (await limited.Story.Check("慕容复", ResidentIds.Of(2), key: "key-1")).ShouldBeRefused(HttpStatusCode.Conflict, "idempotency_key_reused");

        (await limited.Story.Check("慕容复", ResidentIds.Of(1), key: "key-2")).ShouldBe(HttpStatusCode.OK);
        (await limited.Story.Check("慕容复", ResidentIds.Of(1), key: "key-3")).ShouldBeRefused(HttpStatusCode.TooManyRequests, "daily_budget_spent");
    }

    [Fact]
    public async Task What_could_not_be_told_to_the_other_nodes_is_told_later_and_counts_once()
    {
        (await node.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBe(HttpStatusCode.OK);
        await node.Database.Owner.Execute("REVOKE EXECUTE ON FUNCTION security.add_use_once FROM registry_app");
        await node.Service<UseExchange>().Run();
        (await node.Story.Check("慕容复", ResidentIds.Of(2))).ShouldBe(HttpStatusCode.OK);
        await node.Database.Owner.Execute("GRANT EXECUTE ON FUNCTION security.add_use_once TO registry_app");
        await node.Service<UseExchange>().Run();
        (await node.Database.Owner.Scalar<string>("SELECT requests || ' ' || persons FROM security.daily_use WHERE caller = 'clerk-150600'")).ShouldBe("2 2");

        var limits = node.Service<CallerLimits>();
        CountedUse[] counted = [new("partner", new CallerUse(CallerLimit.None, "150600", new GuessWatch(limits.Guessing)), new DateOnly(2026, 11, 21), new UseSum(1, 3, 0))];
        var (record, one, other) = (node.Service<UseRecord>(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await record.Add(one, 1, counted)).ShouldBe([3]);
        (await record.Add(one, 1, counted)).ShouldBe([3], "it had been added, and only the answer was lost");
        (await record.Add(other, 1, counted)).ShouldBe([6]);
        (await record.Add(one, 2, counted)).ShouldBe([9]);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_to_wait_and_everybody_what_is_left()
    {
        await using var strict = await RegistryNode.StartLimited(node.Database, ("Limits:Callers:clerk-150600:RequestsPerMinute", "2"));
        (await strict.Story.Clerk.Get("/api/v1/rules")).ShouldBe(HttpStatusCode.OK).RateLimit.ShouldBe("\"minute\";r=1;t=60");
        (await strict.Story.Clerk.Get("/api/v1/rules")).ShouldBe(HttpStatusCode.OK);

        var refused = (await strict.Story.Clerk.Get("/api/v1/rules")).ShouldBeRefused(HttpStatusCode.TooManyRequests, "too_many_requests");

        refused.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
        (await strict.As(ApiClientSamples.Auditor).Get("/api/v1/audit/entries?refused=true&caller=clerk-150600")).Body["items"]!.AsArray()
            .ShouldContain(entry => entry!["status"]!.GetValue<int>() == 429);
    }

    [Fact]
    public async Task Numbers_that_somebody_makes_up_are_noticed_too()
    {
        for (var guess = 0; guess < 101; guess++)
        {
            var valid = ResidentIds.Of(guess);
            var madeUp = valid[..17] + (valid[17] == '0' ? '1' : '0');
            (await node.Story.Check("张三", madeUp, by: node.As(ApiClientSamples.ClerkOfNation))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await node.Story.Check("张三", ResidentIds.Of(1), by: node.As(ApiClientSamples.ClerkOfNation))).ShouldBeRefused(HttpStatusCode.Forbidden, "caller_paused");
    }

    /// <summary>A day at a busy counter, over HTTP. Full size: 600 applications.</summary>
    [Fact]
    public async Task An_ordinary_office_is_never_paused()
    {
        var random = new Random(20261121);
        for (var application = 0; application < RunSize.Of(30, 600); application++)
        {
            var question = Story.AQuestion("150602", false, [.. Enumerable.Range(0, 5).Select(_ => Story.AnApplicant("慕容复", Person(random)))]);
            question["applicationReference"] = $"150600-2026-S-{application:0000}";
            node.Clock.Now = RegistryNode.Today.AddSeconds(48 * application);
            (await node.Story.Clerk.Post(Story.Checks, question)).ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>Of two districts mostly, from 20 to 80 years old.</summary>
    private static string Person(Random random)
    {
        var born = new DateOnly(2006, 1, 1).AddDays(-random.Next(60 * 365));
        return ResidentId.WithCheckDigit($"70000{random.Next(2)}{born:yyyyMMdd}{random.Next(1000):000}");
    }
}
