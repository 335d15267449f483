using System.Net;
using Blacklist.Api.CommandLine;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Hosting;
using Blacklist.Tests.Vault;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blacklist.Tests.Eligibility.Index;

/// <summary>A node that holds something else than the read models answers nobody, until the log has said who is right.</summary>
public sealed class IndexSelfCheckTests : IAsyncLifetime
{
    private const string Corrupt = "UPDATE read_model.listed_person SET status = 'dropped'";
    private const string Repair = "UPDATE read_model.listed_person SET status = 'inForce'";

    /// <summary>Each leaves a trace, also after those before it.</summary>
    private static readonly string[] Columns =
    [
        "listed_person SET number = '150600-2026-900000'", "listed_person SET disposition_id = gen_random_uuid()", "listed_person SET disposition = 'revoked'",
        "listed_person SET disposition_date = '2020-02-02'", "listed_person SET disposition_document = 'x'", "listed_person SET part = 'supervisor'",
        "listed_person SET registered_as = 'foundation'", "listed_person SET region = '110105'", "listed_person SET status = 'annulled'",
        "listed_person SET listing_id = gen_random_uuid()", "listed_person SET person_id = gen_random_uuid()",
        "known_organization SET names = '某某研究院'", "known_organization SET region = '110105'", "known_organization SET position = 1",
        "known_disposition SET kind = 'revoked'", "known_organization SET is_unlawful = NOT is_unlawful", "known_disposition SET document_number = 'x'",
        "known_disposition SET decided_on = '2020-02-02'", "known_disposition SET authority = 'x'", "known_disposition SET published_on = '2020-02-02'",
        "known_disposition SET withdrawn_on = '2020-02-02', withdrawal_reasons = 'x'", "known_disposition SET withdrawal_reasons = 'y'",
        "known_disposition SET annulled_on = '2020-02-02'", "known_organization SET id = gen_random_uuid()",
        "standing_finding SET status = 'foundSameTwice'", "standing_finding SET document_matched = NOT document_matched", "standing_finding SET listing_id = gen_random_uuid()",
        "standing_finding SET determination_id = gen_random_uuid()",
        "standing_finding SET applicant_id = gen_random_uuid()",
    ];

    private static readonly string[] Changes =
    [
        "DELETE FROM read_model.listing_change", "UPDATE read_model.identity_link SET unlinked_position = linked_position + 1",
        .. Columns.Select(column => $"UPDATE read_model.{column}"), "INSERT INTO read_model.annulled_disposition VALUES (gen_random_uuid())",
    ];

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
    }

    [Fact]
    public async Task After_a_difference_it_answers_503_until_the_row_is_right_again()
    {
        await List();
        (await Compare(_node)).ShouldBeTrue();
        await _database.Owner.Execute(Corrupt);

        (await Compare(_node)).ShouldBeFalse();
        (await Check(_node)).ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "node_out_of_service").RetryAfter.ShouldNotBeNull();
        (await _node.Story.Clerk.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await _node.As(ApiClientSamples.Auditor).Get("/api/v1/system/index"))["inService"].ShouldBe("false");
        _node.Failures.ToString().ShouldContain("Out of service");
        _node.Failures.ToString().ShouldNotContain("王五");

        await _database.Owner.Execute(Repair);
        (await Compare(_node)).ShouldBeTrue();
        (await Check(_node)).ShouldAnswer("restricted", "listing_in_force");
        (await _node.Story.Clerk.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Left_to_itself_it_makes_the_read_model_anew_from_the_log_and_serves_again()
    {
        await List();
        await _database.Owner.Execute(Corrupt);
        var now = TimeSpan.FromMilliseconds(1);
        using var watch = new IndexWatch(
            _node.Service<IndexSelfCheck>(), _node.Service<EligibilityIndex>(), new SelfCheckOptions(now, TimeSpan.FromDays(1), now, Share: 1), NullLogger<IndexWatch>.Instance);

        await watch.StartAsync(CancellationToken.None);
        await Poll.Until(() => _node.Failures.ToString().Contains("In service again", StringComparison.Ordinal));
        await watch.StopAsync(CancellationToken.None);

        _node.Failures.ToString().ShouldContain("listed_person");
        (await _database.Owner.Scalar<string>("SELECT status FROM read_model.listed_person")).ShouldBe("inForce");
        (await Check(_node)).ShouldAnswer("restricted", "listing_in_force");
    }

    [Fact]
    public async Task A_node_that_was_started_on_a_wrong_row_finds_it_out_and_takes_over_what_is_right()
    {
        await List();
        await _database.Owner.Execute(Corrupt);
        await using var wrong = await RegistryNode.Start(_database);
        (await Check(wrong)).ShouldAnswer("eligible");
        await _database.Owner.Execute(Repair);

        (await Compare(wrong)).ShouldBeFalse();
        (await wrong.Service<IndexSelfCheck>().Recover()).ShouldBeTrue();

        (await Check(wrong)).ShouldAnswer("restricted", "listing_in_force");
        (await wrong.Story.Listed("赵六", ResidentIds.Of(7))).ShouldNotBeNull();
        (await wrong.Story.Check("赵六", ResidentIds.Of(7))).ShouldAnswer("restricted", "listing_in_force");
    }

    /// <summary>As after a fail-over to a server that had not got everything yet, or out of a backup.</summary>
    [Fact]
    public async Task A_node_that_knows_more_than_a_log_put_back_answers_nobody_until_it_knows_what_the_log_holds()
    {
        await List();
        var kept = await Position();
        await _node.Story.Listed("赵六", ResidentIds.Of(7));
        (await _node.Story.Check("赵六", ResidentIds.Of(7))).ShouldAnswer("restricted", "listing_in_force");
        await PutBack(kept);

        (await AnsweredAfterDoubt("赵六", ResidentIds.Of(7))).ShouldAnswer("eligible");

        (await Check(_node)).ShouldAnswer("restricted", "listing_in_force");
        (await Compare(_node)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_notices_that_a_log_put_back_went_on_otherwise()
    {
        await List();
        var kept = await Position();
        await _node.Story.Listed("赵六", ResidentIds.Of(7));
        var known = await Position();
        await using var other = await RegistryNode.Start(_database);
        await PutBack(kept);
        await Poll.Until(async () => (await other.Story.Check("赵六", ResidentIds.Of(7))).Status == HttpStatusCode.OK);
        await other.Story.Listed("孙七", ResidentIds.Of(9));
        (await Position()).ShouldBe(known);

        (await AnsweredAfterDoubt("孙七", ResidentIds.Of(9))).ShouldAnswer("restricted", "listing_in_force");
        (await _node.Story.Check("赵六", ResidentIds.Of(7))).ShouldAnswer("eligible");
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Whatever_happens_nodes_and_read_models_have_the_same_digest(int seed)
    {
        await using var second = await RegistryNode.Start(_database);
        await AnyHistory.Happen([_node, second], seed, steps: RunSize.Of(suite: 40, full: 300));

        await using var late = await RegistryNode.Start(_database);
        foreach (var node in new[] { _node, second, late })
        {
            (await Compare(node)).ShouldBeTrue(node.Failures.ToString());
            var digest = (await node.Service<IndexFollower>().Rest()).Digest(node.Service<Blacklist.Api.Vault.IdentityVault>(), Pace.Full);
            digest.ShouldBe(await OfReadModels());
            digest.Listings.Rows.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task Each_column_counts()
    {
        var listing = await List();
        await _node.Story.Link(listing, "otherName", "王武");
        (await _node.Story.Determine(await _node.Story.Check("李四", ResidentIds.Zhang), "differentPerson")).ShouldBe(HttpStatusCode.OK);
        (await _node.Story.Suspend(listing)).ShouldBe(HttpStatusCode.OK);
        var seen = new HashSet<IndexDigest> { await OfReadModels() };
        foreach (var change in Changes)
        {
            await _database.Owner.Execute(change);
            seen.Add(await OfReadModels()).ShouldBeTrue(change);
        }
    }

    [Fact]
    public async Task A_node_that_cannot_make_out_what_the_log_holds_is_out_of_service_until_it_can()
    {
        await List();
        var position = await Position();
        var type = await _database.Owner.Scalar<string>($"SELECT type FROM registry.mt_events WHERE seq_id = {position}");

        await Pretend("of_a_newer_version", position + 1);
        (await Check(_node)).ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "node_out_of_service");
        (await Ready()).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _node.Failures.ToString().ShouldContain("written by a newer version");

        await Pretend(type, position);
        await Poll.Until(async () => await Ready() == HttpStatusCode.OK);
        (await Check(_node)).ShouldAnswer("restricted", "listing_in_force");

        Task Pretend(string written, long end) => _database.Owner.Execute(
            $"""
            BEGIN;
            ALTER TABLE registry.mt_events DISABLE TRIGGER USER;
            UPDATE registry.mt_events SET type = '{written}' WHERE seq_id = {position};
            UPDATE registry.log_position SET position = {end};
            ALTER TABLE registry.mt_events ENABLE TRIGGER USER;
            COMMIT;
            """);
    }

    /// <summary>Nothing but that it is out of service was said before.</summary>
    private async Task<ApiAnswer> AnsweredAfterDoubt(string name, string number)
    {
        ApiAnswer? answer = null;
        await Poll.Until(async () =>
        {
            answer = await _node.Story.Check(name, number);
            return answer.Status == HttpStatusCode.OK || answer.ShouldBeRefused(HttpStatusCode.ServiceUnavailable, "node_out_of_service") is null;
        });
        _node.Failures.ToString().ShouldContain("put back to an earlier state");
        _node.Service<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
        return answer!;
    }

    private async Task<HttpStatusCode> Ready() => (await ApiCaller.Anonymous(_node.Url).Get("/health/ready")).Status;

    private Task<long> Position() => _database.Owner.Scalar<long>("SELECT position FROM registry.log_position");

    private Task PutBack(long position) => _database.Owner.Execute(
        $"""
        BEGIN;
        ALTER TABLE registry.mt_events DISABLE TRIGGER USER;
        ALTER TABLE registry.mt_streams DISABLE TRIGGER USER;
        DELETE FROM registry.mt_events WHERE seq_id > {position};
        DELETE FROM registry.mt_streams WHERE id NOT IN (SELECT stream_id FROM registry.mt_events);
        UPDATE registry.mt_streams SET version = (SELECT max(version) FROM registry.mt_events WHERE stream_id = mt_streams.id);
        UPDATE registry.log_position SET position = {position};
        ALTER TABLE registry.mt_events ENABLE TRIGGER USER;
        ALTER TABLE registry.mt_streams ENABLE TRIGGER USER;
        COMMIT;
        """);

    private static Task<bool> Compare(RegistryNode node) => node.Service<IndexSelfCheck>().Compare();

    private static Task<ApiAnswer> Check(RegistryNode node) => node.Story.Check("王五", ResidentIds.Zhang);

    private Task<IndexDigest> OfReadModels() => VerifyIndexCommand.DigestOfReadModels(_node.Service<OpenRegistry>());

    private Task<string> List() => _node.Story.Listed("王五", ResidentIds.Zhang);
}
