using System.Net;
using Blacklist.Api.Audit.Verification;
using Blacklist.Api.EventLog;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Audit;

/// <summary>Whatever somebody with every right on the database changes is found, and named.</summary>
public sealed class AuditVerifierTests : IAsyncLifetime
{
    private RegistryNode node = null!;

    public async Task InitializeAsync()
    {
        node = await RegistryNode.Start();
        for (var look = 0; look < 5; look++)
        {
            (await node.Story.Officer.Get(Story.Listings)).ShouldBe(HttpStatusCode.OK);
        }

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => node.Story.Officer.Get(Story.Listings)));
    }

    public Task DisposeAsync() => node.DisposeAsync().AsTask();

    [Fact]
    public async Task What_nobody_touched_is_what_was_recorded()
    {
        await node.Service<RootAnchoring>().Anchor();

        var finding = await Verify();

        finding.Difference.ShouldBeNull();
        finding.Entries.ShouldBe(await node.Database.Owner.Scalar<long>("SELECT count(*) FROM audit.entries"));
        finding.Roots.ShouldBe(await node.Database.Owner.Scalar<long>("SELECT count(*) FROM audit.roots"));
    }

    [Fact]
    public async Task A_month_that_was_dropped_when_its_time_was_over_is_no_difference_and_what_was_signed_later_may_not_go()
    {
        await DatabaseClock.Set(node.Database.Owner, DateTimeOffset.UtcNow.AddYears(11));
        await ChangeAnyhow("UPDATE audit.roots SET recorded_at = '2026-11-21 08:00:00+00'");
        (await node.Database.App.Scalar<long>("SELECT audit.drop_month('2026-11-01', 'P10Y')")).ShouldBeGreaterThan(40);

        (await Verify()).Difference.ShouldBeNull();
        await ChangeAnyhow("UPDATE audit.roots SET recorded_at = '2027-01-01 08:00:00+00' WHERE number = 3");
        (await Verify()).Difference.ShouldNotBeNull().ShouldEndWith("root 3, entry 0: it is gone");
    }

    [Theory]
    [InlineData("UPDATE audit.entries SET caller = 'somebody-else' WHERE (number, leaf) = (3, 0)", "root 3, entry 0: it is not what was recorded")]
    [InlineData("UPDATE audit.entries SET at = at + interval '1 microsecond' WHERE (number, leaf) = (3, 0)", "root 3, entry 0: it is not what was recorded")]
    [InlineData("UPDATE audit.entries SET subjects = '{}', status = 404 WHERE (number, leaf) = (3, 0)", "root 3, entry 0: it is not what was recorded")]
    [InlineData("DELETE FROM audit.entries WHERE (number, leaf) = (4, 0)", "root 4, entry 0: it is gone")]
    [InlineData("INSERT INTO audit.entries SELECT gen_random_uuid(), at, kind, caller, department, regions, permission, endpoint, subjects, purpose, application, disclosed, count, status, request, chain, number, leaf + 1 FROM audit.entries WHERE (number, leaf) = (4, 0)",
        "root 4, entry 1: it was never recorded")]
    [InlineData("UPDATE audit.entries SET number = 7 - number WHERE number IN (3, 4)", "root 3, entry 0: it is not what was recorded")]
    [InlineData("DELETE FROM audit.roots WHERE number = 3; DELETE FROM audit.entries WHERE number = 3", "root 4: root 3 is gone")]
    [InlineData("DELETE FROM audit.roots WHERE number = 3", "root 3, entry 0: no such root was signed")]
    [InlineData("UPDATE audit.roots SET signature = (SELECT signature FROM audit.roots WHERE number = 2) WHERE number = 3", "root 3: the signature is not that of the registry")]
    [InlineData("UPDATE audit.roots SET head = sha256(head) WHERE number = 3", "root 3: it is not what was signed")]
    [InlineData("UPDATE audit.roots SET kid = 'another' WHERE number = 3", "root 3: nobody knows the key of its signature")]
    public async Task A_change_is_found_where_it_was_made(string change, string difference)
    {
        await ChangeAnyhow(change);

        (await Verify()).Difference.ShouldNotBeNull().ShouldEndWith(difference);
    }

    [Fact]
    public async Task Two_entries_of_one_commit_that_changed_places_are_found()
    {
        var together = await node.Database.Owner.Scalar<long>("SELECT min(number) FROM audit.entries WHERE leaf = 1");
        await ChangeAnyhow($"UPDATE audit.entries SET leaf = 1 - leaf WHERE number = {together} AND leaf < 2");

        (await Verify()).Difference.ShouldNotBeNull().ShouldEndWith($"root {together}, entry 0: it is not what was recorded");
    }

    [Fact]
    public async Task The_newest_entries_cannot_be_cut_off_once_they_are_anchored()
    {
        await node.Service<RootAnchoring>().Anchor();
        var last = await node.Database.Owner.Scalar<long>("SELECT max(number) FROM audit.roots");
        await ChangeAnyhow($"DELETE FROM audit.entries WHERE number = {last}; DELETE FROM audit.roots WHERE number = {last}");

        (await Verify()).Difference.ShouldNotBeNull().ShouldContain($"root {last}: it is gone");
    }

    [Fact]
    public async Task Nor_can_the_whole_chain_of_a_node_be_removed()
    {
        await node.Service<RootAnchoring>().Anchor();
        await ChangeAnyhow("DELETE FROM audit.entries; DELETE FROM audit.roots");

        (await Verify()).Difference.ShouldNotBeNull().ShouldContain("root 1: it is gone");
    }

    private Task<AuditFinding> Verify() =>
        new AuditVerifier(new StoredAuditRows(node.Database.App), node.Service<ReceiptKeys>(), node.Service<EventStore>()).Run();

    private Task ChangeAnyhow(string change) => node.Database.Owner.Execute(
        $"""
        ALTER TABLE audit.entries DISABLE TRIGGER USER; ALTER TABLE audit.roots DISABLE TRIGGER USER;
        {change};
        ALTER TABLE audit.entries ENABLE TRIGGER USER; ALTER TABLE audit.roots ENABLE TRIGGER USER
        """);
}
