using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Tests.EventLog;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.Projections;

public sealed class ReadModelTests : IAsyncLifetime
{
    private LogDatabase database = null!;

    public async Task InitializeAsync() => database = await LogDatabase.Create(new GateView());

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_read_model_shows_an_append_as_soon_as_it_is_acknowledged()
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 0, Built(gate, "东门"), Passed(1), Passed(2))));

        (await database.Scalar<string>("SELECT concat_ws(' ', place, passed, version, position) FROM gate", database.App)).ShouldBe("东门 4 3 1");
    }

    [Fact]
    public async Task A_refused_append_shows_nothing()
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 3, Built(gate))));

        (await database.Scalar<long>("SELECT count(*) FROM gate", database.App)).ShouldBe(0);
    }

    [Fact]
    public async Task Events_of_many_streams_in_one_group_keep_each_streams_order()
    {
        var gates = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(gates.Select((gate, i) => database.Store.Append(Request(On(gate, 0, Built(gate), Passed(1), Passed(i), Passed(5))))));

        // passed * 2 + count, in this order.
        (await database.Scalar<decimal>("SELECT sum(passed) FROM gate", database.App)).ShouldBe(gates.Index().Sum(at => (((1 * 2) + at.Index) * 2) + 5));
        (await database.Scalar<long>("SELECT count(*) FROM gate JOIN registry.mt_events e ON e.seq_id = position AND e.stream_id = gate.id AND e.timestamp = built_at", database.App))
            .ShouldBe(100);
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        var built = await database.Scalar<DateTime>("SELECT built_at FROM registry.read_models");

        await database.ReadModels.Install();

        (await database.Scalar<DateTime>("SELECT built_at FROM registry.read_models")).ShouldBe(built);
    }

    [Theory]
    [InlineData("DROP TABLE read_model.gate")]
    [InlineData("DROP TABLE read_model.gate, read_model.gate_closing")]
    public async Task A_dropped_read_model_is_there_again_after_the_next_start(string drop)
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 0, Built(gate), Passed(7), new GateClosed("night", DateTimeOffset.UnixEpoch))));
        await database.Run(drop);

        await database.ReadModels.Install();

        (await database.Scalar<string>("SELECT concat_ws(' ', passed, reason) FROM gate JOIN gate_closing ON gate = id", database.App)).ShouldBe("7 night");
    }

    [Fact]
    public async Task A_raised_version_rebuilds_and_stops_the_nodes_that_have_the_old_one()
    {
        var (gate, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await database.Store.Append(Request(On(gate, 0, Built(gate))));
        var newer = new InlineProjections(new GateView(version: 2));

        await new ReadModels(database.Owner, Types, newer).Install();

        await Should.ThrowAsync<ReadModelsReplacedException>(() => database.Store.Append(Request(On(gate, 1, Passed(1)))));
        await using var node = database.NewStore(other: newer);
        (await node.Append(Request(On(other, 0, Built(other))))).ShouldBe(new AppendResult.Appended(2));
        (await database.Scalar<long>("SELECT count(*) FROM gate", database.App)).ShouldBe(2);
    }

    [Fact]
    public async Task A_read_model_that_the_code_no_longer_has_is_dropped()
    {
        await new ReadModels(database.Owner, Types, new InlineProjections()).Install();

        (await database.Scalar<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'read_model'")).ShouldBe(0);
        (await database.Scalar<long>("SELECT count(*) FROM registry.read_models")).ShouldBe(0);
    }
}
