using System.Net;
using Blacklist.Api.Deadlines;
using Blacklist.Api.Eligibility.Files;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Nodes;

/// <summary>What is done every second, or looked for every day, costs the same however much there was before.</summary>
public sealed class EverythingThereWasTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await RegistryNode.CreateDatabase();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Files_that_were_sent_are_not_gone_through_for_one_that_was_left_half_received()
    {
        await _database.Owner.Execute(
            """
            INSERT INTO registry.applicant_files (id, client, key, purpose, regions, disclosed, form, status, created_at, ended_at)
            SELECT gen_random_uuid(), 'partner', n::text, 'registration', '{150600}', 'verdict', 'csv', CASE n WHEN 7 THEN 'receiving' ELSE 'cancelled' END, '2026-01-01', '2026-01-02'
              FROM generate_series(1, 20000) AS n;
            ANALYZE registry.applicant_files
            """);
        var before = await _database.Counted<long>("SELECT seq_scan FROM pg_stat_user_tables WHERE relid = 'registry.applicant_files'::regclass");
        await using (var node = await RegistryNode.Start(_database))
        {
            await node.Service<ApplicantFileRecord>().DiscardAbandoned();
        }

        (await _database.Counted<long>("SELECT seq_scan FROM pg_stat_user_tables WHERE relid = 'registry.applicant_files'::regclass")).ShouldBe(before);
        (await _database.Owner.Scalar<long>("SELECT count(*) FROM registry.applicant_files")).ShouldBe(19_999);
    }

    [Fact]
    public async Task Deadlines_that_passed_and_that_nobody_meets_are_not_gone_through_for_the_next_one()
    {
        await _database.Owner.Execute(
            """
            INSERT INTO read_model.deadline (id, subject, subject_type, region, kind, due, passes_at, warn_at, state, set_at, passed)
            SELECT gen_random_uuid(), gen_random_uuid(), 'listing', '150600', 'statementPeriod', '2026-01-05', '2026-01-06', '2026-01-04', 'open', '2026-01-01', n <> 7
              FROM generate_series(1, 20000) AS n;
            INSERT INTO read_model.deadline_firing (id, passed_at) SELECT id, '2026-01-06' FROM read_model.deadline WHERE passed;
            ANALYZE read_model.deadline
            """);
        const string Read = "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relid = 'read_model.deadline'::regclass";
        var before = await _database.Counted<long>(Read);
        await using (var node = await RegistryNode.Start(_database))
        {
            (await node.Service<DueDeadlineRows>().ToPass(after: null, 10)).Count.ShouldBe(1);
            (await node.Service<DueDeadlineRows>().ToWarn(after: null, 10)).ShouldBeEmpty();
        }

        (await _database.Counted<long>(Read) - before).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task What_was_answered_is_not_gone_through_for_what_was_refused()
    {
        await _database.Owner.Execute(
            """
            SELECT audit.ensure_partitions('2026-11-01');
            INSERT INTO audit.entries (id, at, kind, caller, department, regions, permission, endpoint, subjects, disclosed, count, status, request, chain, number, leaf)
            SELECT gen_random_uuid(), '2026-11-20', 'view', 'partner', '', '{150600}', '', '', '{}', 'nothing', 1, CASE n WHEN 7 THEN 403 ELSE 200 END, '', gen_random_uuid(), 1, 0
              FROM generate_series(1, 20000) AS n;
            ANALYZE audit.entries
            """);
        const string Refused = "SELECT sum(idx_scan)::bigint FROM pg_stat_user_indexes JOIN pg_inherits ON inhrelid = indexrelid WHERE inhparent = 'audit.entries_that_were_refused'::regclass";
        var before = await _database.Counted<long>(Refused);
        await using (var node = await RegistryNode.Start(_database))
        {
            (await node.As(ApiClientSamples.Auditor).Get("/api/v1/audit/entries?refused=true&caller=partner")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Count.ShouldBe(1);
            (await node.As(ApiClientSamples.Auditor).Get("/api/v1/audit/entries?refused=false&caller=partner&limit=7")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Count.ShouldBe(7);
        }

        (await _database.Counted<long>(Refused)).ShouldBeGreaterThan(before);
    }
}
