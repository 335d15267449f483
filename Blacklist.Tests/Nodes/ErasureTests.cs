using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Tests.Vault;
using Npgsql;

namespace Blacklist.Tests.Nodes;

/// <summary>Somebody is erased for good, with proof, also when the process that does it is killed between any two steps: it is done, or it is not begun.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Key = "erase-once";

    private readonly TemporaryDataFolder _folder = new();
    private TestDatabase _database = null!;
    private RegistryNode _node = null!;
    private string _listing = "";

    private string Address => $"{Story.Listings}/{_listing}/erasure";

    private IdentityVault Vault => _node.Service<IdentityVault>();

    private static IdentityDocument Document => VaultSamples.Document(DocumentType.ResidentId, ResidentIds.Zhang);

    /// <summary>Listed by number, linked to a further name, looked at by a clerk under the same number, and repaired.</summary>
    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _node = await RegistryNode.Start(_database);
        _listing = await _node.Story.Listed("张三", ResidentIds.Zhang);
        await _node.Story.Link(_listing, "otherName", "张山");
        (await _node.Story.Determine(await _node.Story.Check("李四", ResidentIds.Zhang), "differentPerson")).ShouldBe(HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Who_is_still_listed_is_not_erased_and_who_was_erased_is_proved_to_be()
    {
        (await Erase(_node.As(ApiClientSamples.Approver))).ShouldBeRefused(HttpStatusCode.Conflict, "person_still_listed");
        (await _node.As(ApiClientSamples.Auditor).Get(Address)).ShouldBe(HttpStatusCode.NotFound);
        (await _node.Story.Repair(_listing)).ShouldBe(HttpStatusCode.OK);
        var copy = await _database.Owner.Scalar<byte[]>("SELECT sealed FROM vault.persons ORDER BY sealed_at LIMIT 1");

        (await Erase(_node.As(ApiClientSamples.Approver))).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("3");
        (await Erase(_node.As(ApiClientSamples.Approver))).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("3", "the same request again");

        await IsProved();
        (await Vault.Find(Document)).ShouldBeEmpty();
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => Vault.OpenBlob(copy, []), "the record outlives its key in a backup, and opens to nobody");
        (await _node.Story.Officer.Post(
            $"{Story.Listings}/{_listing}/identities", new JsonObject { ["kind"] = "otherName", ["name"] = "张珊", ["reason"] = "曾用名" }))
            .ShouldBeRefused(HttpStatusCode.Conflict, "person_erased");
    }

    [Fact]
    public async Task Killed_before_it_is_stored_nothing_is_erased_and_killed_after_it_everything_is()
    {
        (await _node.Story.Repair(_listing)).ShouldBe(HttpStatusCode.OK);

        await KilledWhile("SELECT FROM vault.persons FOR UPDATE", waitsFor: "vault.erase");
        (await Vault.Find(Document)).ShouldNotBeEmpty();
        (await _node.As(ApiClientSamples.Auditor).Get(Address)).ShouldBe(HttpStatusCode.NotFound);

        await KilledWhile("LOCK TABLE audit.roots IN SHARE MODE", waitsFor: "audit.record");
        await IsProved();

        (await Erase(_node.As(ApiClientSamples.Approver))).ShouldBe(HttpStatusCode.OK)["identities"].ShouldBe("3", "who asks again is told what was done");
    }

    private static Task<ApiAnswer> Erase(ApiCaller by, string address) => by.Post(address, new JsonObject { ["reason"] = "保存期限届满" }, Key);

    private Task<ApiAnswer> Erase(ApiCaller by) => Erase(by, Address);

    /// <summary>A process of its own erases, has to wait for a lock that is held here, and is killed there.</summary>
    private async Task KilledWhile(string locked, string waitsFor)
    {
        await using var process = await ServiceProcess.Start(new Dictionary<string, string>(ServiceProcess.On(_folder))
        {
            ["ConnectionStrings__Registry"] = _database.AppConnectionString,
            ["ConnectionStrings__RegistryOwner"] = _database.OwnerConnectionString,
            ["Vault__Keys"] = VaultSamples.Keys(seed: 1).ToJson(),
            ["Jobs__Enabled"] = "false",
        });
        process.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _node.As(ApiClientSamples.Approver).Token);
        await using var connection = await _database.Owner.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(locked, connection, held))
        {
            await command.ExecuteNonQueryAsync();
        }

        var erasing = Erase(new ApiCaller(process.Client), Address);
        await Poll.Until(async () => await Waiting(waitsFor) > 0);
        await process.Kill9();
        await Should.ThrowAsync<HttpRequestException>(() => erasing);
        await Poll.Until(async () => await Waiting(waitsFor) == 0); // its server process notices within a second
        await held.RollbackAsync();
    }

    private Task<long> Waiting(string statement) => _database.Owner.Scalar<long>(
        $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%{statement}%'");


    private async Task IsProved()
    {
        var proof = (await _node.As(ApiClientSamples.Auditor).Get(Address)).ShouldBe(HttpStatusCode.OK);
        (proof["holds"], proof["identities"], proof["digestsLeft"], proof["opensToNobody"], proof["factsUnbroken"]).ShouldBe(("true", "3", "0", "true", "true"), proof.Text);
        (await _node.Story.Check("张三", ResidentIds.Zhang)).Verdict().ShouldBe("eligible");
        (await _node.Service<IndexSelfCheck>().Compare()).ShouldBeTrue("the index holds what a node that starts now would hold");
    }
}
