using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Tests.EventLog;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.Projections;

public sealed class ProjectionRebuildTests : IAsyncLifetime
{
    private LogDatabase database = null!;

    public async Task InitializeAsync() => database = await LogDatabase.Create(new GateView());

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_rebuild_gives_equal_rows_while_writers_and_readers_go_on()
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Write(stop.Token))).ToList();
        var reader = Task.Run(() => Read(stop.Token));
        await Poll.Until(async () => await database.Store.Position() > 200);

        for (var rebuild = 0; rebuild < 3; rebuild++)
        {
            var before = await database.Store.Position();
            var reports = await database.ReadModels.Rebuild();
            reports.Select(report => (report.Projection, report.Table, report.Equal))
                .ShouldBe([("gate", "gate", true), ("gate", "gate_closing", true)]);
            reports[0].After.Rows.ShouldBeGreaterThan(0);
            await Poll.Until(async () => await database.Store.Position() > before + 100);
        }

        await stop.CancelAsync();
        var acknowledged = (await Task.WhenAll(writers)).Sum();
        (await reader).ShouldBeGreaterThan(0);
        (await database.Scalar<decimal>("SELECT sum(version) FROM gate", database.App)).ShouldBe(acknowledged);
        (await database.ReadModels.Rebuild()).ShouldAllBe(report => report.Equal == true);
        (await database.Store.Position()).ShouldBe(acknowledged);
    }

    [Fact]
    public async Task A_row_changed_by_hand_is_noticed_and_put_right()
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 0, Built(gate, "东门"))));
        await database.Run("UPDATE read_model.gate SET place = '西门'");

        var reports = await database.ReadModels.Rebuild();

        reports.Single(report => report.Table == "gate").Equal.ShouldBe(false);
        (await database.Scalar<string>("SELECT place FROM gate", database.App)).ShouldBe("东门");
    }

    [Fact]
    public async Task Dropped_tables_are_rebuilt_with_nothing_to_compare()
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 0, Built(gate))));
        await database.Run("DROP TABLE read_model.gate, read_model.gate_closing");

        var reports = await database.ReadModels.Rebuild();

        reports.ShouldAllBe(report => report.Before == null);
        reports.Single(report => report.Table == "gate").After.Rows.ShouldBe(1);
    }

    [Fact]
    public async Task An_older_version_does_not_put_its_read_models_over_those_of_a_newer_one()
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 0, Built(gate))));
        var newer = new ReadModels(database.Owner, Types, new InlineProjections([new GateView(version: 2)]));
        await newer.Install();

        await Should.ThrowAsync<ReadModelsReplacedException>(() => database.ReadModels.Rebuild());

        (await newer.Rebuild()).ShouldAllBe(report => report.Equal == true);
    }

    [Fact]
    public async Task A_long_reader_delays_the_switch_but_no_append()
    {
        await using var connection = await database.App.OpenConnectionAsync();
        await using var reading = await connection.BeginTransactionAsync();
        await using var read = new Npgsql.NpgsqlCommand("SELECT count(*) FROM gate", connection);
        await read.ExecuteScalarAsync();

        var rebuild = database.ReadModels.Rebuild();
        await Poll.Until(async () => await database.Scalar<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'blacklist-owner' AND wait_event_type = 'Lock'") > 0);
        var gate = Guid.CreateVersion7();
        (await database.Store.Append(Request(On(gate, 0, Built(gate))))).ShouldBe(new AppendResult.Appended(1));
        rebuild.IsCompleted.ShouldBeFalse();
        await reading.RollbackAsync();

        (await rebuild).ShouldAllBe(report => report.Equal == true);
        (await database.Scalar<long>("SELECT count(*) FROM gate", database.App)).ShouldBe(1);
    }

    [Fact]
    public async Task The_checkpoint_tells_up_to_where_the_log_was_replayed()
    {
        var gate = Guid.CreateVersion7();
        await database.Store.Append(Request(On(gate, 0, Built(gate), Passed(1))));

        await database.ReadModels.Rebuild();

        (await database.Scalar<string>("SELECT string_agg(name || ' ' || last_seq_id, ',') FROM registry.mt_event_progression")).ShouldBe("gate 2");
    }

    private async Task<long> Write(CancellationToken stop)
    {
        var events = 0L;
        while (!stop.IsCancellationRequested)
        {
            var gate = Guid.CreateVersion7();
            (await database.Store.Append(Request(On(gate, 0, Built(gate), Passed(1))))).ShouldBeOfType<AppendResult.Appended>();
            (await database.Store.Append(Request(On(gate, 2, Passed(3))))).ShouldBeOfType<AppendResult.Appended>();
            events += 3;
        }

        return events;
    }

    /// <summary>One prepared statement on one connection, through every switch of the tables under it.</summary>
    private async Task<long> Read(CancellationToken stop)
    {
        await using var connection = await database.App.OpenConnectionAsync(CancellationToken.None);
        await using var command = new Npgsql.NpgsqlCommand("SELECT count(*) FROM gate WHERE place = '东门'", connection);
        await command.PrepareAsync(CancellationToken.None);
        var last = 0L;
        while (!stop.IsCancellationRequested)
        {
            var now = (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            now.ShouldBeGreaterThanOrEqualTo(last);
            last = now;
        }

        return last;
    }
}
