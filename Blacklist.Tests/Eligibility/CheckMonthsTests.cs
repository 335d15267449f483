using System.Net;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Retention;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Reference;
using Blacklist.Domain.Calendar;
using Blacklist.Tests.Eligibility.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blacklist.Tests.Eligibility;

/// <summary>The record of checks grows by months made ahead, and is forgotten by months whose retention is over.</summary>
public sealed class CheckMonthsTests : IAsyncLifetime
{
    private RegistryNode _node = null!;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task The_months_partitions_are_made_ahead()
    {
        await RunOn("2040-03-15", confirmed: false);

        (await _node.Service<CheckMonthsRecord>().Months()).Where(month => month.Year == 2040).ShouldBe([new DateOnly(2040, 3, 1), new DateOnly(2040, 4, 1)]);
    }

    [Fact]
    public async Task A_month_whose_retention_is_over_is_dropped_with_all_that_was_made_of_it_and_is_told()
    {
        var file = await RecordSome();
        await RunOn("2036-11-30", confirmed: true);
        (await Number("SELECT count(*) FROM registry.eligibility_checks")).ShouldBe(2);

        await RunOn("2036-12-01", confirmed: true);
        await RunOn("2036-12-01", confirmed: true);

        foreach (var table in new[] { "eligibility_checks", "check_keys", "check_subjects" })
        {
            (await Number($"SELECT count(*) FROM registry.{table}")).ShouldBe(0, table);
        }

        (await _node.Story.Clerk.Get(file)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        var told = (await _node.As(ApiClientSamples.Auditor).Get("/api/v1/system/dropped-check-months")).ShouldBe(HttpStatusCode.OK).Body.AsArray().ShouldHaveSingleItem()!;
        $"{told["month"]} {told["checks"]} {told["retention"]}".ShouldBe("2026-11-01 2 P10Y");
        (await _node.Story.Check("洞庭君", ResidentIds.Of(5301), key: "month-1")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_period_that_nobody_confirmed_drops_nothing()
    {
        await RecordSome();
        await RunOn("2099-01-01", confirmed: false);

        (await Number("SELECT count(*) FROM registry.eligibility_checks")).ShouldBe(2);
        _node.Service<Procedure>().CheckRetention.IsConfirmed.ShouldBeFalse("as it is shipped");
    }

    /// <returns>The address of a file; a check was asked for by itself too.</returns>
    private async Task<string> RecordSome()
    {
        await _node.Service<CheckRecord>().EnsurePartitions(DateOnly.FromDateTime(RegistryNode.Today.UtcDateTime));
        await DatabaseClock.Set(_node.Database.Owner, RegistryNode.Today);
        (await _node.Story.Check("洞庭君", ResidentIds.Of(5301), key: "month-1")).ShouldBe(HttpStatusCode.OK);
        var sent = await _node.Story.Clerk.Post(
            ApplicantRows.Address, ApplicantRows.Lines(ApplicantRows.Row("M-1", "钱塘君", ResidentIds.Of(5302))), ApplicantRows.Ndjson, "month-2");
        await FileTurns.Run(_node);
        await _node.Story.RecordOrganization();
        await EffectsTurns.Finish(_node);
        (await Number("SELECT count(*) FROM registry.check_subjects")).ShouldBe(2);
        return sent.ShouldBe(HttpStatusCode.Accepted).Location!.ToString();
    }

    private async Task RunOn(string day, bool confirmed)
    {
        await DatabaseClock.Set(_node.Database.Owner, DateTimeOffset.Parse($"{day}T04:00:00Z"));
        var procedure = _node.Service<Procedure>() with { CheckRetention = new RetentionPeriod(Period.Parse("P10Y").Value!, confirmed) };
        var leases = _node.Service<JobLeases>();
        var name = $"months_{Guid.NewGuid():N}";
        var lease = await leases.Take(name, name, TimeSpan.FromMinutes(10), TimeSpan.Zero);
        await new CheckMonthsJob(_node.Service<CheckMonthsRecord>(), _node.Service<CheckRecord>(), procedure, NullLogger<CheckMonthsJob>.Instance)
            .Run(new JobTurn(lease!, _node.Service<EventStore>(), leases, CancellationToken.None));
    }

    private async Task<long> Number(string sql)
    {
        await using var command = _node.Database.App.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
