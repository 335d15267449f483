using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.EventLog;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Api.Vault;
using Blacklist.Domain.Receipts;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.Receipts;

/// <summary>Every root follows the one before it, and the log holds the newest.</summary>
public sealed class RootChainTests(ReceiptNodes nodes) : IClassFixture<ReceiptNodes>
{
    [Fact]
    public async Task Each_node_has_a_chain_of_its_own_without_a_gap_and_each_root_names_the_one_before()
    {
        (await nodes.Database.Owner.Scalar<long>("SELECT count(DISTINCT chain) FROM registry.receipt_roots")).ShouldBe(2);
        (await nodes.Database.Owner.Scalar<long>(
            """
            SELECT count(*) FROM (
              SELECT number = row_number() OVER place AND previous = coalesce(lag(head) OVER place, decode(repeat('00', 32), 'hex')) AS follows
                FROM registry.receipt_roots WINDOW place AS (PARTITION BY chain ORDER BY number)) AS root
             WHERE NOT follows
            """)).ShouldBe(0);
    }

    [Fact]
    public void The_head_that_the_next_root_names_is_the_hash_of_what_was_signed()
    {
        var statements = nodes.Receipts.Select(receipt => ReceiptDocument.Read(receipt)!.Statement).DistinctBy(statement => (statement.Chain, statement.Number)).ToList();
        var byNumber = statements.ToDictionary(statement => (statement.Chain, statement.Number));
        var following = statements.Where(statement => byNumber.ContainsKey((statement.Chain, statement.Number - 1))).ToList();

        following.ShouldNotBeEmpty();
        following.ForEach(statement => statement.Previous.ToArray().ShouldBe(byNumber[(statement.Chain, statement.Number - 1)].Head()));
    }

    [Fact]
    public async Task The_newest_head_of_every_chain_is_anchored_in_the_log_once()
    {
        await using var alone = await Alone.Start();
        await alone.Check();
        (await alone.Node.As(ApiClientSamples.Officer).Get(Story.Listings)).ShouldBe(HttpStatusCode.OK);
        var before = await alone.Position();

        await alone.Anchoring.Anchor();
        await alone.Anchoring.Anchor();

        var facts = (await alone.Node.Service<EventStore>().ReadAfter(before, 10)).Select(recorded => recorded.Data.ShouldBeOfType<ReceiptRootsAnchored>()).ToList();
        facts.Count.ShouldBe(2, "the chain of receipts and that of the audit");
        var receipts = await alone.Database.Owner.Scalar<Guid>("SELECT DISTINCT chain FROM registry.receipt_roots");
        var anchored = facts.Single(fact => fact.ChainId.Value == receipts);
        anchored.First.ShouldBe(1);
        anchored.Last.ShouldBe(await alone.Database.Owner.Scalar<long>("SELECT max(number) FROM registry.receipt_roots"));
        anchored.Head.ShouldBe(await alone.Database.Owner.Scalar<string>("SELECT encode(head, 'hex') FROM registry.receipt_roots ORDER BY number DESC LIMIT 1"));
    }

    [Fact]
    public async Task What_a_node_left_behind_is_anchored_by_another_and_the_checks_go_on()
    {
        await using var alone = await Alone.Start();
        await using (var gone = await RegistryNode.Start(alone.Database))
        {
            (await gone.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBe(HttpStatusCode.OK);
        }

        await alone.Check();
        await alone.Anchoring.Anchor();
        await alone.Check();
        await alone.Anchoring.Anchor();

        (await alone.Database.Owner.Scalar<string>("SELECT string_agg(last::text, ',' ORDER BY last) FROM read_model.anchored_chain WHERE id IN (SELECT chain FROM registry.receipt_roots)")).ShouldBe("1,2");
    }

    [Fact]
    public async Task Nodes_take_turns_in_anchoring_one_chain()
    {
        await using var alone = await Alone.Start();
        await using var other = await RegistryNode.Start(alone.Database);
        foreach (var anchoring in new[] { alone.Anchoring, other.Service<RootAnchoring>(), alone.Anchoring, other.Service<RootAnchoring>() })
        {
            await alone.Check();
            await anchoring.Anchor();
            (await alone.Database.Owner.Scalar<long>("SELECT last FROM read_model.anchored_chain JOIN registry.receipt_roots ON chain = id GROUP BY last"))
                .ShouldBe(await alone.Database.Owner.Scalar<long>("SELECT max(number) FROM registry.receipt_roots"));
        }
    }

    /// <summary>Roots are large and stay for years; whoever goes through all of them twice a minute is slower every day.</summary>
    [Fact]
    public async Task What_is_anchored_already_is_not_gone_through_again()
    {
        await using var database = await RegistryNode.CreateDatabase();
        await using (var former = await RegistryNode.Start(database))
        {
            await database.Owner.Execute(
                """
                INSERT INTO registry.receipt_roots (chain, number, previous, head, position, leaves, kid, signature)
                SELECT '00000000-0000-7000-8000-000000000001', n, CASE n WHEN 1 THEN decode(repeat('00', 32), 'hex') ELSE sha256(int8send(n - 1)) END,
                       sha256(int8send(n)), 0, sha256(int8send(n)), 'former', decode(repeat('00', 64), 'hex')
                  FROM generate_series(1, 20000) AS n
                """);
            await former.Service<RootAnchoring>().Anchor();
        }

        await database.Owner.Execute("ANALYZE registry.receipt_roots");
        var before = await Scans();
        await using (var node = await RegistryNode.Start(database))
        {
            (await node.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBe(HttpStatusCode.OK);
            await node.Service<RootAnchoring>().Anchor();
        }

        (await Scans()).ShouldBe(before);
        (await database.Owner.Scalar<string>("SELECT string_agg(last::text, ',' ORDER BY last) FROM read_model.anchored_chain")).ShouldBe("1,20000");

        Task<long> Scans() => database.Counted<long>("SELECT seq_scan FROM pg_stat_user_tables WHERE relid = 'registry.receipt_roots'::regclass");
    }

    [Theory]
    [InlineData("DELETE FROM registry.receipt_roots WHERE number = 2")]
    [InlineData("UPDATE registry.receipt_roots SET head = decode(repeat('00', 32), 'hex') WHERE number = 2")]
    [InlineData("UPDATE registry.receipt_roots SET previous = decode(repeat('00', 32), 'hex') WHERE number = 3")]
    public async Task A_chain_that_somebody_changed_is_not_anchored(string change)
    {
        await using var alone = await Alone.Start();
        await alone.Check();
        await alone.Anchoring.Anchor();
        await alone.Check();
        await alone.Check();
        await alone.Database.Owner.Execute($"ALTER TABLE registry.receipt_roots DISABLE TRIGGER USER; {change}; ALTER TABLE registry.receipt_roots ENABLE TRIGGER USER");
        var before = await alone.Position();

        await alone.Anchoring.Anchor();

        (await alone.Position()).ShouldBe(before);
    }

    [Theory]
    [InlineData("UPDATE registry.receipt_roots SET number = number + 100")]
    [InlineData("DELETE FROM registry.receipt_roots")]
    public async Task A_root_is_never_changed_not_even_by_the_owner(string sql) =>
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => nodes.Database.Owner.Execute(sql))).SqlState.ShouldBe("RG003");

    [Fact]
    public void After_an_outcome_that_nobody_knows_another_chain_begins()
    {
        var chain = new RootChain(nodes.First.Service<ReceiptKeys>());
        var first = chain.Sign(new byte[32], 1);
        chain.Stored(first);
        var doubtful = chain.Sign(new byte[32], 2);
        doubtful.Statement.Number.ShouldBe(2);
        doubtful.Statement.Previous.ToArray().ShouldBe(first.Head);

        chain.StartAnew();

        var next = chain.Sign(new byte[32], 2);
        next.Statement.Number.ShouldBe(1);
        next.Statement.Chain.ShouldNotBe(first.Statement.Chain);
        next.Statement.Previous.ToArray().ShouldBe(new byte[32]);
    }

    [Fact]
    public async Task Receipts_of_a_retired_key_stay_true_and_a_new_key_is_known_to_every_node()
    {
        await using var alone = await Alone.Start();
        var old = ReceiptNodes.BytesOf(await alone.Check());
        await alone.Database.Owner.Execute("UPDATE vault.keys SET settled_at = now() WHERE purpose = 'receipt'");
        await alone.Node.Service<IdentityVault>().Keys.Refresh(); // it sees none in use, and goes on
        (await alone.Check()).ShouldBe(HttpStatusCode.OK);
        await using var newer = await RegistryNode.Start(alone.Database);
        var fresh = ReceiptNodes.BytesOf(await newer.Story.Check("慕容复", ResidentIds.Of(2)));

        Kid(fresh).ShouldNotBe(Kid(old));
        foreach (var node in new[] { alone.Node, newer })
        {
            using var nobody = ApiCaller.Anonymous(node.Url);
            foreach (var receipt in new[] { old, fresh })
            {
                (await nobody.Post("/public/v1/receipts/verify", Encoding.UTF8.GetString(receipt), key: null)).ShouldBe(HttpStatusCode.OK)["genuine"].ShouldBe("true");
            }

            (await nobody.Get("/.well-known/receipt-keys.json")).Body["keys"]!.AsArray().Select(key => key!["kid"]!.ToString()).ShouldBe([Kid(old), Kid(fresh)]);
        }
    }

    private static string Kid(byte[] receipt) => JsonNode.Parse(receipt)!["kid"]!.ToString();

    private sealed class Alone(TestDatabase database, RegistryNode node) : IAsyncDisposable
    {
        public TestDatabase Database { get; } = database;

        public RegistryNode Node { get; } = node;

        public RootAnchoring Anchoring => Node.Service<RootAnchoring>();

        public static async Task<Alone> Start()
        {
            var database = await RegistryNode.CreateDatabase();
            return new Alone(database, await RegistryNode.Start(database));
        }

        public async Task<ApiAnswer> Check() => (await Node.Story.Check("慕容复", ResidentIds.Of(1))).ShouldBe(HttpStatusCode.OK);

        public Task<long> Position() => Node.Service<EventStore>().Position();

        public async ValueTask DisposeAsync()
        {
            await Node.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
