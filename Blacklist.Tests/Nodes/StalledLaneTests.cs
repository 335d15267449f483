using System.Net;
using System.Text;
using System.Text.Json;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Vault;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Nodes;

/// <summary>Somebody holds the log, so that no answer can be recorded: nobody waits long, and nobody who went away takes back what is under way.</summary>
public sealed class StalledLaneTests : IAsyncLifetime
{
    private RegistryNode _node = null!;

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Who_would_wait_long_is_told_to_come_back_and_is_not_recorded()
    {
        await using var connection = await _node.Database.Owner.OpenConnectionAsync();
        await using var stall = await Stall(connection);
        List<Task<ApiAnswer>> asked = [Ask("first")];
        await Poll.Until(IsHeldBack);
        await Poll.Until(() =>
        {
            asked.Add(Ask($"key-{asked.Count}"));
            return asked.Exists(one => one.IsCompleted);
        });

        var shed = await await Task.WhenAny(asked);
        shed.ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "overloaded").RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        await stall.RollbackAsync();

        var answers = await Task.WhenAll(asked);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer["code"] == "overloaded" || answer["code"] == "registry_unavailable");
        (await Recorded()).ShouldBe(answers.Count(answer => answer.Status == HttpStatusCode.OK));
        (await Ask("afterwards")).ShouldAnswer("eligible");
    }

    [Fact]
    public async Task A_check_whose_caller_goes_away_is_recorded_all_the_same()
    {
        await using var connection = await _node.Database.Owner.OpenConnectionAsync();
        await using var stall = await Stall(connection);
        using var gone = new CancellationTokenSource();
        var asked = Ask("key", gone.Token);
        await Poll.Until(IsHeldBack);

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asked);
        await stall.RollbackAsync();

        await Poll.Until(async () => await Recorded() == 1);
        (await Ask("key")).ShouldAnswer("eligible");
        (await Recorded()).ShouldBe(1);
    }

    [Fact]
    public async Task However_many_slow_readers_there_are_a_check_is_answered()
    {
        (await Ask("before")).ShouldAnswer("eligible");
        var database = _node.Service<NpgsqlDataSource>();
        var readers = new List<NpgsqlConnection>();
        try
        {
            for (var most = new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize; readers.Count < most;)
            {
                readers.Add(await database.OpenConnectionAsync());
            }

            (await Ask("beside-them")).ShouldAnswer("eligible");
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_check_that_cannot_be_stored_does_not_keep_those_beside_it_from_being_answered()
    {
        await _node.Database.Owner.Execute("ALTER TABLE registry.eligibility_checks ADD CONSTRAINT of_this_test CHECK (application_reference <> 'cannot be stored')");
        await using var connection = await _node.Database.Owner.OpenConnectionAsync();
        await using var stall = await Stall(connection);
        var first = Ask("before-them");
        await Poll.Until(IsHeldBack);
        string[] references = ["one", "cannot be stored", "another"];
        var together = references.Select(Wait).ToList(); // in the queue when this returns, behind the one that is held back
        await stall.RollbackAsync();

        (await first).ShouldAnswer("eligible");
        (await together[0]).ShouldBeOfType<CheckOutcome.Recorded>();
        (await Should.ThrowAsync<PostgresException>(together[1])).ConstraintName.ShouldBe("of_this_test");
        (await together[2]).ShouldBeOfType<CheckOutcome.Recorded>();
        (await Recorded()).ShouldBe(3);
        (await Ask("afterwards")).ShouldAnswer("eligible");
    }

    private Task<CheckOutcome> Wait(string reference)
    {
        var body = Encoding.UTF8.GetBytes(Story.AQuestion("150602", charitable: false, Story.AnApplicant("慕容复", ResidentIds.Of(1))).ToJsonString());
        var request = JsonSerializer.Deserialize<EligibilityCheckRequest>(body, EdgeJson.Options)!;
        var question = request.Read(new FieldErrors(), DateOnly.FromDateTime(RegistryNode.Today.UtcDateTime))! with { ApplicationReference = reference };
        var id = Guid.CreateVersion7();
        return _node.Service<CheckLane>().Ask(new PendingCheck(
            id, "clerk", question, _node.Service<IdentityVault>().SealBlob(body, id.ToByteArray()), _node.Service<SubjectKeys>().IdentitiesOf(question), null, null,
            AskedAbout.Commit(question, body)));
    }

    private static async Task<NpgsqlTransaction> Stall(NpgsqlConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(registry.log_lock())", connection);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private Task<ApiAnswer> Ask(string key, CancellationToken cancellation = default) => _node.Story.Clerk.Impatient().Post(
        Story.Checks, Story.AQuestion("150602", charitable: false, Story.AnApplicant("慕容复", ResidentIds.Of(1))), key, cancellation: cancellation);

    private async Task<bool> IsHeldBack() =>
        await Number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") > 0;

    private Task<long> Recorded() => Number("SELECT count(*) FROM registry.eligibility_checks");

    private async Task<long> Number(string sql)
    {
        await using var command = _node.Database.Owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
