using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Nodes;

/// <summary>Two nodes have decided on the same state, and their appends wait; the second one is decided anew.</summary>
public sealed class OvertakenTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RegistryNode _node = null!;
    private RegistryNode _beside = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _node = await RegistryNode.Start(_database);
        _beside = await RegistryNode.Start(_database);
    }

    public async Task DisposeAsync()
    {
        await _beside.DisposeAsync();
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_looked_at_twice_for_the_first_time_is_one_subject()
    {
        var number = ResidentIds.Of(870);
        await _node.Story.Listed("癸长河", number: null);
        await _node.Story.Listed("癸长河", number: null);
        var check = await _node.Story.Check("癸长河", number);
        (await _beside.Story.Check("癸长河", number)).Reasons().Count.ShouldBe(2);
        var before = await Persons();

        var (first, second) = await InOrder(() => Determine(_node, check, reason: 0), () => Determine(_beside, check, reason: 1));

        (first.ShouldBe(HttpStatusCode.OK)["status"], second.ShouldBe(HttpStatusCode.OK)["status"]).ShouldBe(("foundDifferent", "foundDifferent"));
        ((await Persons()) - before).ShouldBe(1);
        (await _database.Owner.Scalar<long>("SELECT count(*) FROM vault.subjects")).ShouldBe(1);
        (await _database.Owner.Scalar<long>("SELECT count(DISTINCT data ->> 'applicantId') FROM registry.mt_events WHERE type = 'determination_recorded'")).ShouldBe(1);
        (await _beside.Story.Check("癸长河", number)).Verdict().ShouldBe("eligible");
    }

    [Fact]
    public async Task Of_a_finding_that_is_only_tried_or_refused_nobody_is_kept()
    {
        await _node.Story.Listed("壬秋水", number: null);
        var check = await _node.Story.Check("壬秋水", ResidentIds.Of(871));
        var before = await Persons();

        using var clerk = PageClient.At(_node, ApiClientSamples.Clerk, hasSecondFactor: true);
        var address = $"/console/check/{check["checkId"]}/determination?applicant=0&listing={check.Reasons()[0]!["listingNumber"]}";
        var tried = await clerk.Post(address, await clerk.Get(address), ("_step", "check"), ("finding", "differentPerson"), ("reason", "户籍地不同"));
        tried.Status.ShouldBe(200, tried.Text);
        (await Determine(_node, check, reason: 0, ifMatch: "\"7\"")).ShouldBeRefused(HttpStatusCode.PreconditionFailed, "version_conflict");
        ((await Persons()) - before, await _database.Owner.Scalar<long>("SELECT count(*) FROM vault.subjects")).ShouldBe((0L, 0L));

        (await Determine(_node, check, reason: 0)).ShouldBe(HttpStatusCode.OK);
        ((await Persons()) - before, await _database.Owner.Scalar<long>("SELECT count(*) FROM vault.subjects")).ShouldBe((1L, 1L));
    }

    [Fact]
    public async Task Who_is_erased_meanwhile_is_not_joined()
    {
        var (standing, over) = await TwoEntries();

        var (erased, joined) = await InOrder(() => Erase(_node, over), () => Join(_beside, standing, over));

        erased.ShouldBe(HttpStatusCode.OK);
        joined.ShouldBeRefused(HttpStatusCode.Conflict, "person_erased");
    }

    [Fact]
    public async Task Who_is_joined_meanwhile_to_somebody_who_is_listed_is_not_erased()
    {
        var (standing, over) = await TwoEntries();

        var (joined, erased) = await InOrder(() => Join(_node, standing, over), () => Erase(_beside, over));

        joined.ShouldBe(HttpStatusCode.OK);
        erased.ShouldBeRefused(HttpStatusCode.Conflict, "person_still_listed");
        (await _node.Story.Check("癸秋水", ResidentIds.Of(873))).Verdict().ShouldBe("restricted");
    }

    private static Task<ApiAnswer> Determine(RegistryNode node, ApiAnswer check, int reason, string? ifMatch = null) =>
        node.Story.Clerk.Post(
            $"{Story.Checks}/{check["checkId"]}/determinations",
            new JsonObject
            {
                ["applicantIndex"] = 0,
                ["listingNumber"] = check.Reasons()[reason]!["listingNumber"]!.ToString(),
                ["finding"] = "differentPerson",
                ["reason"] = "户籍地不同",
            },
            ifMatch: ifMatch);

    private static Task<ApiAnswer> Erase(RegistryNode node, string listing) => Api.PersonRefusals.Erase(node.Story, listing);

    private static Task<ApiAnswer> Join(RegistryNode node, string listing, string other) =>
        node.Story.Officer.Post($"{Story.Listings}/{listing}/same-person", new JsonObject { ["listingId"] = other, ["reason"] = "两案照片一致" });

    private async Task<(string Standing, string Over)> TwoEntries()
    {
        var standing = await _node.Story.Listed("癸明湖", ResidentIds.Of(872));
        var over = await _node.Story.Listed("癸秋水", ResidentIds.Of(873));
        (await _node.Story.Repair(over)).ShouldBe(HttpStatusCode.OK);
        return (standing, over);
    }

    private Task<long> Persons() => _database.Owner.Scalar<long>("SELECT count(*) FROM vault.persons");

    /// <summary>Nothing is appended before both have decided; the lock that appends wait for is a queue.</summary>
    private async Task<(ApiAnswer First, ApiAnswer Second)> InOrder(Func<Task<ApiAnswer>> first, Func<Task<ApiAnswer>> second)
    {
        await using var connection = await _database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(registry.log_lock())", connection, held))
        {
            await command.ExecuteNonQueryAsync();
        }

        var one = first();
        await Poll.Until(async () => await Waiting() == 1);
        var two = second();
        await Poll.Until(async () => await Waiting() == 2);
        await held.RollbackAsync();
        return (await one, await two);
    }

    private Task<long> Waiting() => _database.Owner.Scalar<long>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory' AND query LIKE '%registry.append(%'");
}
