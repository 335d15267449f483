using Blacklist.Api.EventLog;
using Npgsql;
using NpgsqlTypes;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.EventLog;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private static readonly ArrayStatement Note = new(
        "INSERT INTO note (id, words) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING", NpgsqlDbType.Uuid, NpgsqlDbType.Text);

    private LogDatabase database = null!;

    private EventStore Store => database.Store;

    public async Task InitializeAsync()
    {
        database = await LogDatabase.Create();
        await database.Run("""
            CREATE TABLE read_model.note (id uuid PRIMARY KEY, words text NOT NULL);
            GRANT SELECT, INSERT ON read_model.note TO registry_app;
            """);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Sixteen_writers_make_one_gapless_order_and_a_reader_at_the_tail_misses_nothing()
    {
        const int Writers = 16;
        const int Appends = 60;
        var seen = new List<EventEnvelope>();
        var written = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            await using var node = database.NewStore();
            var gate = Guid.CreateVersion7();
            await node.Append(Request(On(gate, 0, Built(gate))));
            for (var version = 1; version < Appends; version++)
            {
                await node.Append(Request(On(gate, version, Passed(version))));
            }
        })));

        while (seen.Count < Writers * Appends)
        {
            seen.AddRange(await Store.ReadAfter(seen.Count == 0 ? 0 : seen[^1].Position, 100));
            written.IsFaulted.ShouldBeFalse();
        }

        await written;
        seen.Select(at => at.Position).ShouldBe(Enumerable.Range(1, Writers * Appends).Select(position => (long)position));
        seen.Zip(seen.Skip(1)).ShouldAllBe(pair => pair.First.RecordedAt <= pair.Second.RecordedAt);
        seen.GroupBy(at => at.StreamId).ShouldAllBe(stream => stream.Select(at => at.Version).SequenceEqual(Enumerable.Range(1, Appends).Select(v => (long)v)));
        (await database.Scalar<long>("SELECT last_value FROM registry.mt_events_sequence")).ShouldBe(Writers * Appends);
    }

    [Fact]
    public async Task What_waits_together_is_stored_together()
    {
        var gates = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToList();
        await using var holder = await database.Owner.OpenConnectionAsync();
        await using var held = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(registry.log_lock())", holder))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var appends = gates.Select(gate => Store.Append(Request(On(gate, 0, Built(gate))))).ToList(); // the first is held back, the others wait for it
        await held.RollbackAsync();
        var results = await Task.WhenAll(appends);

        results.Cast<AppendResult.Appended>().Select(stored => stored.Position).Order().ShouldBe(Enumerable.Range(1, 200).Select(p => (long)p));
        (await database.Scalar<long>("SELECT count(DISTINCT xmin::text) FROM registry.mt_events")).ShouldBe(2);
    }

    [Fact]
    public async Task A_conflict_in_a_group_harms_no_neighbour()
    {
        var old = Guid.CreateVersion7();
        await Store.Append(Request(On(old, 0, Built(old))));
        var gates = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToList();

        var results = await Task.WhenAll(gates.Select((gate, i) =>
            Store.Append(i % 10 == 5 ? Request(On(gate, 0, Built(gate)), On(old, i, Passed(1))) : Request(On(gate, 0, Built(gate))))));

        results.Index().Where(at => at.Index % 10 == 5)
            .ShouldAllBe(at => at.Item == new AppendResult.VersionConflict(old, at.Index, 1));
        results.OfType<AppendResult.Appended>().Select(stored => stored.Position).Order().ShouldBe(Enumerable.Range(2, 90).Select(p => (long)p));
        (await Store.Position()).ShouldBe(91);
    }

    [Fact]
    public async Task Of_many_appends_on_one_version_one_wins()
    {
        var gate = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Store.Append(Request(On(gate, 0, Passed(i))))));

        results.OfType<AppendResult.Appended>().Count().ShouldBe(1);
        results.OfType<AppendResult.VersionConflict>().ShouldAllBe(conflict => conflict == new AppendResult.VersionConflict(gate, 0, 1));
        (await Store.Position()).ShouldBe(1);
    }

    [Fact]
    public async Task Side_rows_are_stored_with_the_events_or_not_at_all()
    {
        var (gate, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Store.Append(Request(On(gate, 0, Built(gate))) with { SideRows = [new SideRow(Note, [gate, "stored"])] });
        await Store.Append(Request(On(gate, 0, Built(gate))) with { SideRows = [new SideRow(Note, [other, "refused"])] });

        (await database.Scalar<string>("SELECT string_agg(words, ',') FROM read_model.note")).ShouldBe("stored");
    }

    [Fact]
    public async Task A_request_that_the_database_cannot_store_fails_alone()
    {
        var gates = Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7()).ToList();

        var appends = gates.Select((gate, i) => Store.Append(
            Request(On(gate, 0, Built(gate))) with { SideRows = [new SideRow(Note, [gate, i == 17 ? null : "fine"])] })).ToList();

        await Should.ThrowAsync<PostgresException>(() => appends[17]);
        foreach (var append in appends.Where((_, i) => i != 17))
        {
            (await append).ShouldBeOfType<AppendResult.Appended>();
        }

        (await Store.Load(gates[17])).Version.ShouldBe(0);
        (await Store.Position()).ShouldBe(29);
    }

    [Fact]
    public async Task A_full_queue_refuses_with_nothing_stored()
    {
        await using var small = database.NewStore(new AppendLimits { WaitingRequests = 3 });
        var gates = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToList();

        var appends = gates.Select(gate => Record.ExceptionAsync(async () => await small.Append(Request(On(gate, 0, Built(gate)))))).ToList();
        var failures = await Task.WhenAll(appends);

        failures.OfType<LogOverloadedException>().Count().ShouldBeGreaterThan(0);
        failures.ShouldAllBe(failure => failure == null || failure is LogOverloadedException);
        (await database.Scalar<long>("SELECT count(*) FROM registry.mt_events")).ShouldBe(failures.Count(failure => failure is null));
    }
}
