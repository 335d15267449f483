using System.Net;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Retention;
using Blacklist.Tests.Eligibility.Files;
using Blacklist.Tests.Vault;
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

        (await Checks.Months()).Where(month => month.Year == 2040).ShouldBe([new DateOnly(2040, 3, 1), new DateOnly(2040, 4, 1)]);
    }

    [Fact]
    public async Task A_month_whose_retention_is_over_is_dropped_with_all_that_was_made_of_it_and_is_told()
    {
        var file = await RecordSome();
        await RunOn("2036-11-30", confirmed: true);
        (await Number("SELECT count(*) FROM registry.eligibility_checks")).ShouldBe(2);

        await _node.Database.Owner.Execute("INSERT INTO registry.unwatched_checks SELECT id FROM registry.eligibility_checks");
        await RunOn("2036-12-01", confirmed: true);
        await RunOn("2036-12-01", confirmed: true);

        foreach (var table in new[] { "eligibility_checks", "check_keys", "check_subjects", "asked_persons", "unwatched_checks" })
        {
            (await Number($"SELECT count(*) FROM registry.{table}")).ShouldBe(0, table);
        }

        (await _node.Story.Clerk.Get(file)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        var auditor = _node.As(ApiClientSamples.Auditor);
        var kept = (await auditor.Get("/api/v1/retention")).ShouldBe(HttpStatusCode.OK).Body.AsArray().Single(row => row!["purpose"]!.ToString() == "checks")!;
        var told = kept["dropped"]!.AsArray().ShouldHaveSingleItem()!;
        $"{told["month"]} {told["entries"]} {told["retention"]}".ShouldBe("2026-11-01 2 P10Y");
        kept["isConfirmed"]!.GetValue<bool>().ShouldBeFalse("as it is shipped");
        var entry = (await auditor.Get("/api/v1/audit/entries?kind=act&limit=1")).Body["items"]![0]!;
        $"{entry["endpoint"]} {entry["purpose"]} {entry["applicationReference"]} {entry["count"]}".ShouldBe("retention checks 2026-11 2");
        (await _node.Story.Check("洞庭君", ResidentIds.Of(5301), key: "month-1")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_dropped_by_a_turn_that_ended_before_it_told_is_told_by_the_next_one_once()
    {
        await RecordSome();
        await DatabaseClock.Set(_node.Database.Owner, DateTimeOffset.Parse("2036-12-01T03:00:00Z"));
        await _node.Database.Owner.Execute("SELECT registry.drop_check_month('2026-11-01', 2, 'P10Y')");
        (await Told()).ShouldBeEmpty();

        await RunOn("2036-12-01", confirmed: true);
        await RunOn("2036-12-01", confirmed: true);

        (await Told()).ShouldBe(["checks 2026-11 2 2036-12-01T03:00:00Z"]);
    }

    [Fact]
    public async Task A_file_that_nobody_resumed_goes_with_the_month_in_which_it_came()
    {
        await RecordSome();
        var left = (await _node.Story.Clerk.Post(ApplicantRows.Address, ApplicantRows.Lines(ApplicantRows.Row("M-9", "洞庭君", null)), ApplicantRows.Ndjson, "left-paused")).Location!.ToString();
        (await _node.Story.Clerk.Post($"{left}/pause", new System.Text.Json.Nodes.JsonObject()))["status"].ShouldBe("paused");

        await RunOn("2036-12-01", confirmed: true);

        (await _node.Story.Clerk.Get(left)).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");
        (await Number("SELECT count(*) FROM registry.applicant_file_chunks")).ShouldBe(0);
    }

    /// <summary>A table that is gone through from its beginning for every page is gone through forty times here, and thousands of times in a busy month.</summary>
    [Fact]
    public async Task A_month_is_gone_through_once_and_other_months_not_at_all()
    {
        const long Many = 20_000;
        await _node.Service<CheckRecord>().EnsurePartitions(new DateOnly(2026, 10, 1));
        foreach (var month in new[] { "2026-10-01", "2026-11-01" })
        {
            await _node.Database.Owner.Execute(ManyChecks(month, Many));
        }

        await _node.Database.Owner.Execute("VACUUM ANALYZE registry.check_keys, registry.check_subjects, registry.asked_persons");
        await RunOn("2036-11-30", confirmed: true);

        foreach (var table in new[] { "eligibility_checks", "check_keys", "check_subjects", "asked_persons" })
        {
            (await Number($"SELECT count(*) FROM registry.{table}")).ShouldBe(Many, table);
        }

        (await _node.Database.Counted<string>(
            $"""
            SELECT coalesce(string_agg(relname || ' ' || seq_tup_read + idx_tup_fetch, ', '), '') FROM pg_stat_user_tables
             WHERE relname IN ('check_keys', 'check_subjects', 'asked_persons') AND seq_tup_read + idx_tup_fetch > 8 * {Many}
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_period_that_nobody_confirmed_drops_nothing()
    {
        await RecordSome();
        await RunOn("2099-01-01", confirmed: false);

        (await Number("SELECT count(*) FROM registry.eligibility_checks")).ShouldBe(2);
        _node.Service<RetentionSchedule>().Periods.Values.ShouldAllBe(period => !period.IsConfirmed, "as it is shipped");
    }

    /// <summary>One in a minute, each about somebody else, each with a key.</summary>
    private static string ManyChecks(string month, long count) =>
        $"""
        INSERT INTO registry.eligibility_checks (id, checked_at, client, application_reference, region, verdict, log_position, recorded_position, answer, question)
        SELECT ('{month[..4]}{month[5..7]}00-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '{month} 00:00:00+00'::timestamptz + n * interval '1 minute', 'many', 'many', '150602', 0, 0, 0, '', '' FROM generate_series(1, {count}) AS n;
        INSERT INTO registry.check_keys (client, key, request_mac, check_id, checked_at)
        SELECT client, id::text, '', id, checked_at FROM registry.eligibility_checks WHERE checked_at >= '{month}' ORDER BY checked_at;
        INSERT INTO registry.asked_persons (identity, keys) SELECT sha256(id::text::bytea), '{"{1}"}' FROM registry.eligibility_checks WHERE checked_at >= '{month}';
        INSERT INTO registry.check_subjects (check_id, applicant, log_position, person)
        SELECT given.id, 0, 0, known.person FROM registry.eligibility_checks AS given JOIN registry.asked_persons AS known ON known.identity = sha256(given.id::text::bytea)
         WHERE given.checked_at >= '{month}';
        """;

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
        var leases = _node.Service<JobLeases>();
        var lease = await leases.Take("retention", "months", TimeSpan.FromMinutes(10), TimeSpan.Zero);
        await new RetentionJob([Checks], Schedule(confirmed), _node.Service<AuditLane>(), NullLogger<RetentionJob>.Instance)
            .Run(new JobTurn(lease!, _node.Service<EventStore>(), leases, CancellationToken.None));
    }

    private KeptMonths Checks => _node.Service<IEnumerable<KeptMonths>>().Single(months => months.Purpose == "checks");

    private async Task<IEnumerable<string>> Told() =>
        (await _node.As(ApiClientSamples.Auditor).Get("/api/v1/audit/entries?caller=job:retention")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray()
            .Select(entry => $"{entry!["purpose"]} {entry["applicationReference"]} {entry["count"]} {entry["at"]!.GetValue<DateTimeOffset>():yyyy-MM-ddTHH:mm:ssZ}");

    private static RetentionSchedule Schedule(bool confirmed) =>
        new(RetentionSchedule.Read().Periods.ToDictionary(row => row.Key, row => row.Value with { IsConfirmed = confirmed }));

    private async Task<long> Number(string sql)
    {
        await using var command = _node.Database.App.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
