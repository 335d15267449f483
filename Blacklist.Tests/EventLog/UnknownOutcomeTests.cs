using Blacklist.Api.EventLog;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.EventLog;

public sealed class UnknownOutcomeTests : IAsyncLifetime
{
    private const string KillBackends =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'blacklist'";

    private LogDatabase database = null!;

    public async Task InitializeAsync() => database = await LogDatabase.Create();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Connections_killed_in_the_middle_of_appends_lose_nothing_and_double_nothing()
    {
        using var writing = new CancellationTokenSource();
        var kills = Task.Run(async () =>
        {
            var (killed, position) = (0L, 0L);
            while (!writing.IsCancellationRequested)
            {
                var now = await database.Scalar<long>("SELECT position FROM registry.log_position");
                if (now > position + 10)
                {
                    (killed, position) = (killed + await database.Scalar<long>(KillBackends), now);
                }
            }

            return killed;
        });

        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var gate = Guid.CreateVersion7();
            var positions = new List<long>();
            for (var version = 0; version < 40; version++)
            {
                positions.Add((await database.Store.Append(Request(On(gate, version, Passed(version)))))
                    .ShouldBeOfType<AppendResult.Appended>().Position);
            }

            return (gate, positions);
        })));
        await writing.CancelAsync();

        (await kills).ShouldBeGreaterThan(0);
        foreach (var (gate, positions) in acknowledged)
        {
            var stream = await LoadAfterTheKills(gate);
            stream.Events.Select(at => at.Position).ShouldBe(positions);
            stream.Events.Select(at => at.Data).ShouldBe(Enumerable.Range(0, 40).Select(Passed));
        }

        (await database.Scalar<long>("SELECT position FROM registry.log_position")).ShouldBe(8 * 40);
    }

    [Fact]
    public async Task An_append_that_is_stuck_is_cut_off_sent_again_and_stored_once()
    {
        await using var node = database.NewStore(new AppendLimits { Attempt = TimeSpan.FromMilliseconds(300) });
        await using var blocker = await database.Owner.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await Lock(blocker);
        var gate = Guid.CreateVersion7();

        var append = node.Append(Request(On(gate, 0, Built(gate))));
        var first = 0;
        await Poll.Until(async () => (first = await Waiting()) != 0);
        await Poll.Until(async () => await Waiting() is not 0 and var next && next != first);
        await transaction.RollbackAsync();

        (await append).ShouldBe(new AppendResult.Appended(1));
        (await database.Scalar<long>("SELECT count(*) FROM registry.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task What_stays_open_too_long_is_told_as_unknown_and_the_lane_goes_on()
    {
        var limits = new AppendLimits { Attempt = TimeSpan.FromMilliseconds(200), Total = TimeSpan.FromMilliseconds(600) };
        await using var node = database.NewStore(limits);
        await using var blocker = await database.Owner.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await Lock(blocker);
        var request = Request(On(Guid.CreateVersion7(), 0, Passed(1)));

        await Should.ThrowAsync<OutcomeUnknownException>(() => node.Append(request));
        await transaction.RollbackAsync();

        (await node.Append(request)).ShouldBe(new AppendResult.Appended(1));
        (await database.Scalar<long>("SELECT count(*) FROM registry.mt_events")).ShouldBe(1);
    }

    /// <summary>Process of the backend that waits for the log, or 0.</summary>
    private Task<int> Waiting() => database.Scalar<int>("""
        SELECT coalesce(min(pid), 0) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'blacklist' AND wait_event_type = 'Lock'
        """);

    private static async Task Lock(Npgsql.NpgsqlConnection connection)
    {
        await using var command = new Npgsql.NpgsqlCommand("SELECT FROM registry.log_position FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The pool may still hold connections that the last kill ended.</summary>
    private async Task<EventStream> LoadAfterTheKills(Guid gate)
    {
        EventStream? loaded = null;
        await Poll.Until(async () =>
        {
            try
            {
                loaded = await database.Store.Load(gate);
                return true;
            }
            catch (Npgsql.NpgsqlException)
            {
                return false;
            }
        });
        return loaded!;
    }
}
