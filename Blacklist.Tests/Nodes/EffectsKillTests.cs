using System.Net;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using Blacklist.Tests.Eligibility;
using Blacklist.Tests.Vault;
using Npgsql;
using Xunit.Abstractions;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// One annulment makes very many refusals of several callers wrong. The process that looks for them dies of kill -9 between two pages of them,
/// the next one while it opens the notices; the third has to come out as if one had done it all. See <see cref="RunSize"/>.
/// </summary>
public sealed class EffectsKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Name = "甲众多";

    /// <summary>More than the job stores together.</summary>
    private static readonly int Checks = RunSize.Of(suite: 800, full: 20_000);

    private readonly TemporaryDataFolder _folder = new();
    private TestDatabase _database = null!;
    private RegistryNode _node = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _node = await RegistryNode.Start(_database);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_refusal_is_told_once_and_examined_once_whoever_dies()
    {
        var cause = await AnnulWhatRefusedMany();
        await using var connection = await _database.Owner.OpenConnectionAsync();

        await using var page = await connection.BeginTransactionAsync();
        await HoldBackOneCheck(connection, cause);
        await using var first = await StartProcess();
        await Poll.Until(async () => await Number("SELECT count(*) FROM registry.affected_checks") > 0 && await IsHeldBack());
        await first.Kill9();
        var found = await Number("SELECT count(*) FROM registry.affected_checks");
        found.ShouldBeInRange(1, Checks - 1);
        await page.RollbackAsync();

        await using var notices = await connection.BeginTransactionAsync();
        await HoldBackOneReexamination(connection);
        await using var second = await StartProcess();
        await Poll.Until(async () => await Number("SELECT count(*) FROM reexamination") > 0 && await IsHeldBack());
        await second.Kill9();
        var examined = await Number("SELECT count(*) FROM reexamination");
        examined.ShouldBeInRange(1, Checks - 1);
        await notices.RollbackAsync();

        await using var third = await StartProcess();
        await Poll.Until(async () => await IsDone());
        output.WriteLine($"of {Checks} refusals {found} were found when the first one died, and {examined} were to be examined when the second one did");

        await EachRefusalIsAffectedOnce(cause);
        await EachCallerHasOneNoticeThatCountsRight();
        await EachRefusalIsExaminedOnce();
        (await third.Stop()).ShouldBe(0);
    }

    /// <returns>The position of the annulment.</returns>
    private async Task<long> AnnulWhatRefusedMany()
    {
        var number = ResidentIds.Of(985);
        var listing = await _node.Story.Listed(Name, number);
        (await _node.Story.Check(Name, number)).Verdict().ShouldBe("restricted");
        await ManyChecks.Record(_node, _database, Name, number, Checks - 1, ApiClientSamples.Clerk.Id, ApiClientSamples.System.Id, ApiClientSamples.ClerkOfNation.Id);
        (await _node.Story.Annul(listing)).ShouldBe(HttpStatusCode.OK);
        return await _node.Service<EventStore>().Position();
    }

    /// <summary>Whoever stores what the annulment does to a check in the third quarter has to wait for this transaction.</summary>
    private static Task HoldBackOneCheck(NpgsqlConnection connection, long cause) => Execute(
        connection,
        $"""
        INSERT INTO registry.affected_checks
        SELECT {cause}, id, 0, id, region, 0, 0, 0, 0, 0 FROM registry.eligibility_checks ORDER BY id LIMIT 1 OFFSET {Checks * 3 / 4}
        """);

    /// <summary>The same for the last re-examination of the second of the three notices, which are due since the first page.</summary>
    private async Task HoldBackOneReexamination(NpgsqlConnection connection)
    {
        var notice = await Scalar<Guid>("SELECT notice_id FROM registry.notices_due ORDER BY notice_id OFFSET 1 LIMIT 1");
        var check = await Scalar<Guid>(
            $"""
            SELECT id FROM registry.eligibility_checks
             WHERE client = (SELECT client FROM registry.notices_due WHERE notice_id = '{notice}') ORDER BY id DESC LIMIT 1
            """);
        var id = NoticeIds.Of(new CallerNoticeId(notice), check);
        await Execute(
            connection,
            $"""
            INSERT INTO read_model.reexamination (id, check_id, notice_id, caller, region, opened_at)
            VALUES ('{id.Value}', '{check}', '{notice}', '', '', 'now')
            """);
    }

    private Task<ServiceProcess> StartProcess() => ServiceProcess.Start(new Dictionary<string, string>(ServiceProcess.On(_folder))
    {
        ["ConnectionStrings__Registry"] = _database.AppConnectionString,
        ["ConnectionStrings__RegistryOwner"] = _database.OwnerConnectionString,
        ["Vault__Keys"] = VaultSamples.Keys(seed: 1).ToJson(),
        ["Jobs__Lease"] = "00:00:02",
        ["Jobs__Poll"] = "00:00:00.2",
    });

    /// <summary>Also with what the notices themselves have added to the log.</summary>
    private async Task<bool> IsDone() => await Number(
        """
        SELECT count(*) FROM registry.effects_progress
         WHERE processed = (SELECT position FROM registry.log_position) AND NOT EXISTS (SELECT FROM registry.notices_due)
        """) == 1;

    private async Task EachRefusalIsAffectedOnce(long cause)
    {
        (await Number("SELECT count(*) FROM registry.affected_checks")).ShouldBe(Checks);
        (await Number("SELECT count(DISTINCT check_id) FROM registry.affected_checks")).ShouldBe(Checks);
        (await Number(
            $"""
            SELECT count(*) FROM registry.affected_checks
             WHERE (cause, recorded, own_before, own_after, today_before, today_after) = ({cause}, 2, 2, 0, 2, 0)
            """)).ShouldBe(Checks);
    }

    private async Task EachCallerHasOneNoticeThatCountsRight()
    {
        (await Number("SELECT count(*) FROM registry.mt_events WHERE type = 'caller_notice_opened'")).ShouldBe(3);
        (await Number("SELECT count(*) FROM caller_notice")).ShouldBe(3);
        (await Number(
            """
            SELECT count(*) FROM (SELECT client, count(*) AS asked FROM registry.eligibility_checks GROUP BY client) AS stored
              JOIN caller_notice ON caller = client AND checks = asked AND wrong_refusals = asked AND wrong_clearances = 0
            """)).ShouldBe(3);
    }

    private async Task EachRefusalIsExaminedOnce()
    {
        (await Number("SELECT count(*) FROM registry.mt_events WHERE type = 'reexamination_opened'")).ShouldBe(Checks);
        (await Number("SELECT count(DISTINCT data ->> 'checkId') FROM registry.mt_events WHERE type = 'reexamination_opened'")).ShouldBe(Checks);
        (await Number(
            """
            SELECT count(*) FROM reexamination JOIN registry.eligibility_checks AS asked ON asked.id = check_id AND client = reexamination.caller
              JOIN caller_notice AS notice ON notice.id = notice_id AND notice.caller = reexamination.caller
            """)).ShouldBe(Checks);
    }

    /// <summary>A process waits for this test's transaction, in the middle of a write.</summary>
    private async Task<bool> IsHeldBack() => await Number(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'blacklist' AND wait_event = 'transactionid'") > 0;

    private Task<long> Number(string sql) => Scalar<long>(sql);

    private async Task<T> Scalar<T>(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
