using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.EventLog;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Eligibility.Index;

/// <summary>A comparison takes minutes in a large register. Whatever happens meanwhile is no difference, and nobody waits for it.</summary>
public sealed class ComparisonMeanwhileTests : IAsyncLifetime
{
    private const string ReadFirst = "read_model.annulled_disposition";
    private const string ReadLast = "read_model.known_organization";
    private const string Waiters = "pg_locks WHERE locktype = 'relation' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private TestDatabase _database = null!;
    private RegistryNode _node = null!;
    private string _listing = "";

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _node = await RegistryNode.Start(_database);
        _listing = await _node.Story.Listed("王五", ResidentIds.Zhang);
        await _node.Story.Link(_listing, "otherName", "王武");
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_listed_or_erased_after_the_snapshot_is_no_difference()
    {
        (await _node.Story.Repair(_listing)).ShouldBe(HttpStatusCode.OK);
        await using var held = await Held(ReadFirst);
        var comparing = Compare();
        await Poll.Until(async () => await Waiting() == 1);

        (await _node.As(ApiClientSamples.Approver).Post($"{Story.Listings}/{_listing}/erasure", new JsonObject { ["reason"] = "保存期限届满" }, "erase")).ShouldBe(HttpStatusCode.OK);
        await _node.Story.Listed("赵六", ResidentIds.Of(7));
        (await _node.Story.Check("赵六", ResidentIds.Of(7))).ShouldAnswer("restricted", "listing_in_force");
        await held.DisposeAsync();

        (await comparing).ShouldBeTrue(_node.Failures.ToString());
        (await Compare()).ShouldBeTrue(_node.Failures.ToString());
    }

    [Fact]
    public async Task A_node_that_is_stopped_or_loses_its_session_has_found_no_difference()
    {
        using var stopping = new CancellationTokenSource();
        await using (await Held(ReadLast))
        {
            var stopped = Compare(stopping.Token);
            await Poll.Until(async () => await Waiting() == 1);
            await stopping.CancelAsync();
            await _database.Owner.Execute($"SELECT pg_cancel_backend(pid) FROM {Waiters}"); // it is not left waiting
            await Should.ThrowAsync<Exception>(() => stopped);

            var broken = Compare();
            await Poll.Until(async () => await Waiting() == 1);
            await _database.Owner.Execute($"SELECT pg_terminate_backend(pid) FROM {Waiters}");
            await Should.ThrowAsync<NpgsqlException>(() => broken);
        }

        (await _node.Story.Check("王五", ResidentIds.Zhang)).ShouldAnswer("restricted", "listing_in_force");
        (await Compare()).ShouldBeTrue(_node.Failures.ToString());
    }

    [Fact]
    public async Task It_gives_way_to_who_replaces_a_table_that_it_reads()
    {
        var held = await Held(ReadLast);
        var comparing = Compare();
        await Poll.Until(async () => await Waiting() == 1);
        var replacing = Held("read_model.listed_person");

        await Should.ThrowAsync<TablesWantedException>(() => comparing);
        await (await replacing).DisposeAsync();
        await held.DisposeAsync();
        (await _node.Story.Check("王五", ResidentIds.Zhang)).ShouldAnswer("restricted", "listing_in_force");
        (await Compare()).ShouldBeTrue(_node.Failures.ToString());
    }

    private Task<bool> Compare(CancellationToken ended = default) => _node.Service<IndexSelfCheck>().Compare(ended);

    private Task<long> Waiting() => _database.Owner.Scalar<long>($"SELECT count(*) FROM {Waiters}");

    /// <summary>Nobody else reads it until that is disposed.</summary>
    private async Task<NpgsqlConnection> Held(string table)
    {
        var connection = await _database.Owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
