using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.Jobs;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Blacklist.Api.Vault;
using Blacklist.Api.Vault.Keys;
using Blacklist.Api.Vault.Keys.Rotation;
using Blacklist.Domain.Identity;
using Blacklist.Tests.Eligibility;
using Blacklist.Tests.Receipts;

namespace Blacklist.Tests.Vault;

/// <summary>Two nodes on one database and one key file; every key changes while both are called without a pause, and no call fails.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blacklist-rotation-");
    private readonly ConcurrentQueue<string> _failures = new();
    private TestDatabase _database = null!;
    private RegistryNode[] _nodes = [];
    private int _calls;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        KeyFile.Create(KeyPath, VaultSamples.Keys(seed: 1).ToJson());
        _nodes = [await Node(), await Node()];
        await _database.Owner.Execute("DELETE FROM vault.key_holders"); // of the node that made the template
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_key_changes_under_load_and_no_call_fails()
    {
        var (first, second) = (_nodes[0], _nodes[1]);
        var listing = await first.Story.Listed("张三", ResidentIds.Zhang);
        var before = await second.Story.Check("张三", ResidentIds.Zhang);
        before.Verdict().ShouldBe("restricted");
        var determined = await first.Story.Check("张三", ResidentIds.Of(7));
        (await first.Story.Determine(determined, "differentPerson")).ShouldBe(HttpStatusCode.OK);
        await EffectsTurns.Finish(first);
        var paper = (await first.Story.Attach(await first.Story.RecordOrganization(), Scans.Pdf())).ShouldBe(HttpStatusCode.Created).Location!.OriginalString;
        var appeal = await new AppealStory(first).Filed(listing, "objection", AppealStory.Words);
        var user = await ConsoleUser.Of(first, "auditor");
        var former = await Keys("inUse");

        using var end = new CancellationTokenSource();
        var load = _nodes.SelectMany((node, place) => new[] { Checks(node, end.Token), Tokens(node, end.Token), Bans(node, place, end.Token), Comparisons(node, end.Token) }).ToList();
        foreach (var purpose in new[] { "token", "receipt", "digest" })
            (await first.As(ApiClientSamples.Administrator).Post($"/api/v1/keys/{purpose}/rotation", new JsonObject())).ShouldBe(HttpStatusCode.OK)["state"].ShouldBe("published");
        (await second.Service<KeyRotation>().Rotate(KeyPurpose.Master, Ahead, "operator")).Is(out _, out _).ShouldBeTrue();
        await PublishedAhead(second);
        await Poll.Until(async () => (await Keys("inUse")).Except(former).Count() == 4);
        await Poll.Until(async () => await Settled(former));
        await end.CancelAsync();
        await Task.WhenAll(load);

        _failures.ShouldBeEmpty();
        _calls.ShouldBeGreaterThan(20);
        await NothingIsUnder(former);
        foreach (var node in _nodes)
        {
            await IsAsBefore(node, before, determined);
            (await node.Story.Officer.Download(paper)).ShouldBe(Scans.Pdf());
            (await node.Story.Clerk.Get($"{AppealStory.Appeals}/{appeal}"))["statement"].ShouldBe(AppealStory.Words);
            (await node.Service<UserStore>().GetAuthenticatorKeyAsync((await node.Service<Users>().Named(user.UserName))!, CancellationToken.None)).ShouldBe(user.Key);
        }

        (await first.Story.Annul(listing)).ShouldBe(HttpStatusCode.OK);
        await EffectsTurns.Finish(first);
        (await first.Story.Clerk.Get("/api/v1/notices")).Body["items"]!.AsArray().Count.ShouldBeGreaterThan(0, "who was told of the person before is told of the annulment");
    }

    [Fact]
    public async Task A_master_key_is_not_used_before_every_node_has_it()
    {
        var elsewhere = Path.Combine(_folder.FullName, "elsewhere.keys");
        KeyFile.Create(elsewhere, VaultSamples.Keys(seed: 1).ToJson());
        await using var apart = await Node(elsewhere);
        await Poll.Until(async () => await _database.Owner.Scalar<long>("SELECT count(*) FROM vault.key_holders") == 3);

        var made = (await _nodes[0].Service<KeyRotation>().Rotate(KeyPurpose.Master, TimeSpan.Zero, "operator")).Value!;

        await Poll.Until(async () => (await _nodes[0].Service<KeyRecords>().Read()).Single(key => key.Id == made.Id).MissingOn == 1);
        _nodes[0].Service<KeyRing>().Master.Id.ShouldNotBe(made.Id);
        File.Copy(KeyPath, elsewhere, overwrite: true);
        foreach (var node in _nodes.Append(apart))
            await Poll.Until(() => node.Service<KeyRing>().Master.Id == made.Id);
    }

    private string KeyPath => Path.Combine(_folder.FullName, KeyFile.Name);

    private Task<RegistryNode> Node(string? keyFile = null) => RegistryNode.StartWith(
        _database, ("Vault:Keys", ""), ("Vault:KeyFile", keyFile ?? KeyPath), ("Vault:Ahead", $"{Ahead}"), ("Vault:Poll", "00:00:00.1"), ("Vault:Grace", "00:00:01"));

    private Task Checks(RegistryNode node, CancellationToken end) => Again(async () =>
    {
        var key = Guid.NewGuid().ToString();
        var question = Story.AQuestion("150602", charitable: false, Story.AnApplicant("张三", ResidentIds.Zhang));
        var answer = await node.Story.Clerk.Post(Story.Checks, question, key);
        var other = _nodes.First(one => one != node);
        var again = await other.Story.Clerk.Post(Story.Checks, question, key);
        return answer["verdict"] == "restricted" && again.Text == answer.Text ? null : $"check: {answer.Text}; again: {again.Text}";
    }, end);

    private Task Tokens(RegistryNode node, CancellationToken end) => Again(async () =>
    {
        using var caller = JustSignedIn(ApiClientSamples.Clerk, at: node, to: _nodes.First(one => one != node));
        var answer = await caller.Get("/api/v1/rules");
        return answer.Status == HttpStatusCode.OK ? null : $"token: {answer.Status}";
    }, end);

    private static ApiCaller JustSignedIn(ApiClient client, RegistryNode at, RegistryNode to)
    {
        var token = new TokenIssuer(at.Service<AccessOptions>(), at.Service<SigningKeys>(), TimeProvider.System).Issue(client).AccessToken;
        var http = new HttpClient { BaseAddress = to.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiCaller(http);
    }

    /// <summary>Persons come to the vault, and are found there at once by the other node.</summary>
    private Task Bans(RegistryNode node, int place, CancellationToken end)
    {
        var count = 100 * (place + 1);
        return Again(async () =>
        {
            var number = ResidentIds.Of(++count);
            await node.Story.Ban(await node.Story.RecordOrganization(), Story.APerson("李四", number));
            var vault = _nodes.First(one => one != node).Service<IdentityVault>();
            var document = VaultSamples.Document(DocumentType.ResidentId, number);
            return (await vault.Find(document)).Count == 1 ? null : $"not found: {count}";
        }, end);
    }

    private Task Comparisons(RegistryNode node, CancellationToken end) => Again(async () =>
        await node.Service<IndexSelfCheck>().Compare() ? null : $"comparison: {node.Failures}", end);

    private async Task Again(Func<Task<string?>> call, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                if (await call() is { } failure)
                    _failures.Enqueue(failure);
            }
            catch (Exception failure)
            {
                _failures.Enqueue(failure.ToString());
            }

            Interlocked.Increment(ref _calls);
        }
    }

    private static async Task PublishedAhead(RegistryNode node)
    {
        using var nobody = ApiCaller.Anonymous(node.Url);
        foreach (var set in new[] { "/.well-known/jwks.json", "/.well-known/receipt-keys.json" })
            await Poll.Until(async () => (await nobody.Get(set)).Body["keys"]!.AsArray().Count == 2);
    }

    private async Task<List<string>> Keys(string state) =>
        [.. (await _nodes[0].As(ApiClientSamples.Auditor).Get("/api/v1/keys")).ShouldBe(HttpStatusCode.OK).Body.AsArray()
            .Where(key => key!["state"]!.ToString() == state && key["purpose"]!.ToString() != "request").Select(key => key!["id"]!.ToString())];

    /// <summary>Both nodes at the same work.</summary>
    private async Task<bool> Settled(List<string> former)
    {
        await Task.WhenAll(_nodes.Select(node => node.Service<IEnumerable<Job>>().OfType<KeyJob>().Single().Run(CancellationToken.None)));
        return !former.Except(await Keys("kept")).Any();
    }

    private async Task NothingIsUnder(List<string> former)
    {
        var keys = string.Join(',', former.Select(key => $"'{key}'"));
        foreach (var (table, column) in new[] { ("vault.persons", "master_key"), ("vault.document_digests", "digest_key"), ("vault.subjects", "digest_key") })
        {
            (await _database.Owner.Scalar<long>($"SELECT count(*) FROM {table}")).ShouldBeGreaterThan(0, table);
            (await _database.Owner.Scalar<long>($"SELECT count(*) FROM {table} WHERE {column} IN ({keys})")).ShouldBe(0, table);
        }

        var master = _nodes[0].Service<KeyRing>().Master.Number;
        foreach (var (table, column) in new[] { ("vault.statements", "sealed"), ("vault.papers", "sealed"), ("security.users", "sealed_authenticator_key") })
            (await _database.Owner.Scalar<string>($"SELECT string_agg(DISTINCT encode(substr({column}, 2, 4), 'hex'), ' ') FROM {table}")).ShouldBe($"{master:x8}", table);

        (await _database.Owner.Scalar<long>($"SELECT count(*) FROM registry.asked_persons WHERE digest_key IS NULL OR split_part(digest_key, '/', 1) IN ({keys})")).ShouldBe(0);
        (await _database.Owner.Scalar<long>("SELECT count(*) FROM registry.asked_persons")).ShouldBeGreaterThan(0);
    }

    private static async Task IsAsBefore(RegistryNode node, ApiAnswer before, ApiAnswer determined)
    {
        (await node.Story.Check("张三", ResidentIds.Zhang)).Verdict().ShouldBe("restricted");
        (await node.Story.Check("张三", ResidentIds.Of(7))).Verdict().ShouldBe("eligible", "a determination holds for the document");
        using var nobody = ApiCaller.Anonymous(node.Url);
        (await nobody.Post("/public/v1/receipts/verify", Encoding.UTF8.GetString(ReceiptNodes.BytesOf(before)), key: null))["genuine"].ShouldBe("true");
        using var auditor = JustSignedIn(ApiClientSamples.Auditor, node, node);
        var trail = await auditor.Post(
            "/api/v1/audit/persons", new JsonObject { ["document"] = new JsonObject { ["type"] = "residentId", ["number"] = ResidentIds.Of(7) } });
        trail.ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().Select(row => row!["id"]!.ToString()).ShouldContain(determined["checkId"]!);
    }
}
