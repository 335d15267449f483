using System.Net;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Blacklist.Tests.Vault;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blacklist.Tests.Api;

/// <summary>What persons wrote to appeals is kept for its time, and no longer.</summary>
public sealed class AppealWordsTests : IAsyncLifetime
{
    private RegistryNode _node = null!;
    private AppealStory _appeals = null!;

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        _appeals = new AppealStory(_node);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Words_to_a_closed_appeal_are_destroyed_when_their_confirmed_time_is_over_and_their_listing_too()
    {
        var over = await Decided("王五", 701, "annul");
        var inForce = await Decided("赵六", 702, "maintain");
        var open = await Assigned("钱七", 703);

        await RunOn("2036-11-30", confirmed: true);
        await RunOn("2099-01-01", confirmed: false);
        (await Words()).ShouldBe(3, "the one is not over, the other nobody confirmed");

        await RunOn("2036-12-01", confirmed: true);
        await RunOn("2036-12-01", confirmed: true);
        (await Statement(over)).ShouldBeNull();
        (await Statement(inForce)).ShouldBe(AppealStory.Words, "answers carry it");
        (await Statement(open)).ShouldBe(AppealStory.Words);
        await IsTold();
    }

    private async Task IsTold()
    {
        var auditor = _node.As(ApiClientSamples.Auditor);
        var kept = (await auditor.Get("/api/v1/retention")).ShouldBe(HttpStatusCode.OK).Body.AsArray().Single(row => row!["purpose"]!.ToString() == "closedAppeals")!;
        var told = kept["dropped"]!.AsArray().ShouldHaveSingleItem()!;
        $"{told["month"]} {told["entries"]} {told["retention"]}".ShouldBe("2026-11-01 1 P10Y");
        kept["isConfirmed"]!.GetValue<bool>().ShouldBeFalse("as it is shipped");
        var entry = (await auditor.Get("/api/v1/audit/entries?kind=act&limit=1")).Body["items"]![0]!;
        $"{entry["endpoint"]} {entry["purpose"]} {entry["applicationReference"]} {entry["count"]}".ShouldBe("retention closedAppeals 2026-11 1");
    }

    private async Task<string> Assigned(string name, int number)
    {
        var appeal = await _appeals.Admitted(await _node.Story.Listed(name, ResidentIds.Of(number)), "objection", AppealStory.Words);
        (await _appeals.Assign(appeal)).ShouldBe(HttpStatusCode.OK);
        return appeal;
    }

    private async Task<string> Decided(string name, int number, string remedy)
    {
        var appeal = await Assigned(name, number);
        (await _appeals.Decide(appeal, remedy)).ShouldBe(HttpStatusCode.OK);
        return appeal;
    }

    private async Task<string?> Statement(string appeal) => (await _appeals.Administrator.Get($"{AppealStory.Appeals}/{appeal}")).ShouldBe(HttpStatusCode.OK)["statement"];

    private Task<long> Words() => _node.Database.Owner.Scalar<long>("SELECT count(*) FROM vault.statements");

    private async Task RunOn(string day, bool confirmed)
    {
        await DatabaseClock.Set(_node.Database.Owner, DateTimeOffset.Parse($"{day}T04:00:00Z"));
        var leases = _node.Service<JobLeases>();
        var lease = await leases.Take("retention", "words", TimeSpan.FromMinutes(10), TimeSpan.Zero);
        var words = _node.Service<IEnumerable<KeptMonths>>().Single(months => months.Purpose == "closedAppeals");
        var schedule = new RetentionSchedule(RetentionSchedule.Read().Periods.ToDictionary(row => row.Key, row => row.Value with { IsConfirmed = confirmed }));
        await new RetentionJob([words], schedule, _node.Service<AuditLane>(), NullLogger<RetentionJob>.Instance)
            .Run(new JobTurn(lease!, _node.Service<EventStore>(), leases, CancellationToken.None));
    }
}
