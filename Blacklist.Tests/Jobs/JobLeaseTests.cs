using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Tests.EventLog;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.Jobs;

/// <summary>Whose turn it is, and what becomes of the writes of somebody whose turn is over.</summary>
public sealed class JobLeaseTests : IAsyncLifetime
{
    private const string Job = "watch_the_gates";

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private LogDatabase database = null!;
    private JobLeases leases = null!;

    public async Task InitializeAsync()
    {
        database = await LogDatabase.Create();
        leases = new JobLeases(database.App);
        await DatabaseClock.Set(database.Owner, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task While_one_holds_it_the_other_waits()
    {
        (await Take("a")).ShouldNotBeNull().IsDue.ShouldBeTrue();
        (await Take("b")).ShouldBeNull();
        await Later(Length - TimeSpan.FromSeconds(1));
        (await Take("b")).ShouldBeNull();
    }

    [Fact]
    public async Task A_turn_is_due_again_when_the_interval_is_over()
    {
        await Take("a");
        (await Take("a"))!.IsDue.ShouldBeFalse();
        for (var passed = TimeSpan.Zero; passed < Interval; passed += Length / 2)
        {
            (await Take("a"))!.IsDue.ShouldBeFalse(passed.ToString());
            await Later(Length / 2);
        }

        (await Take("a"))!.ShouldBe(new Lease(new Fence(Job, 1), RegistryNode.Today + Interval, IsDue: true));
    }

    [Fact]
    public async Task Another_takes_over_when_the_lease_has_ended_and_the_epoch_rises()
    {
        var first = (await Take("a"))!.Fence;
        await Later(Length);
        (await Take("b"))!.ShouldBe(new Lease(new Fence(Job, first.Epoch + 1), RegistryNode.Today + Length, IsDue: true));
        (await leases.Renew(first, Length)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_renews_keeps_it()
    {
        var first = (await Take("a"))!.Fence;
        await Later(Length / 2);
        (await leases.Renew(first, Length)).ShouldBeTrue();
        await Later(Length / 2);
        (await Take("b")).ShouldBeNull();
    }

    [Fact]
    public async Task Its_own_lease_taken_anew_after_its_end_fences_off_its_own_earlier_turn()
    {
        var first = (await Take("a"))!.Fence;
        await Later(Length);
        (await Take("a"))!.Fence.Epoch.ShouldBe(first.Epoch + 1);
    }

    [Fact]
    public async Task Who_gives_it_back_lets_the_next_begin_at_once()
    {
        await Take("a");
        await leases.Release("a");
        (await Take("b"))!.IsDue.ShouldBeTrue();
    }

    [Fact]
    public async Task An_append_under_a_lost_lease_is_refused_and_harms_no_neighbour()
    {
        var lost = (await Take("a"))!.Fence;
        await Later(Length);
        var held = (await Take("b"))!.Fence;
        var gates = Enumerable.Range(0, 90).Select(_ => Guid.CreateVersion7()).ToList();

        var appends = gates.Select((gate, i) => database.Store.Append(
            Request(On(gate, 0, Built(gate))) with { Fence = (i % 3) switch { 0 => lost, 1 => held, _ => null } })).ToList();

        for (var i = 0; i < gates.Count; i++)
        {
            if (i % 3 == 0)
            {
                await Should.ThrowAsync<LeaseLostException>(() => appends[i]);
            }
            else
            {
                (await appends[i]).ShouldBeOfType<AppendResult.Appended>();
            }
        }

        (await database.Store.Position()).ShouldBe(60);
        (await database.Store.Load(gates[0])).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_takes_over_waits_for_what_is_just_being_written()
    {
        var first = (await Take("a"))!.Fence;
        await Later(Length);
        await database.Run("CREATE TABLE read_model.note (words text); GRANT SELECT, INSERT ON read_model.note TO registry_app");
        Task<Lease?>? takeOver = null;

        await leases.Write(first, async connection =>
        {
            takeOver = Task.Run(() => Take("b"));
            await Poll.Until(async () => await database.Scalar<long>(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%take_lease%'") == 1);
            await using var command = new Npgsql.NpgsqlCommand("INSERT INTO note VALUES ('written in time')", connection);
            await command.ExecuteNonQueryAsync();
            takeOver.IsCompleted.ShouldBeFalse();
        });

        (await takeOver!)!.Fence.Epoch.ShouldBe(first.Epoch + 1);
        await Should.ThrowAsync<LeaseLostException>(() => leases.Write(first, _ => throw new InvalidOperationException("It came through the fence.")));
        (await database.Scalar<string>("SELECT string_agg(words, ',') FROM read_model.note")).ShouldBe("written in time");
    }

    [Fact]
    public async Task A_time_without_anybody_is_remembered()
    {
        await Take("a");
        await Later(TimeSpan.FromHours(3));
        await Take("b");
        await Later(Length);
        await Take("a");

        (await leases.Outages(Job, RegistryNode.Today)).ShouldBe([new JobOutage(RegistryNode.Today, RegistryNode.Today.AddHours(3))]);
        (await leases.Outages(Job, RegistryNode.Today.AddHours(3))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_turn_came_to_is_told()
    {
        var lease = (await Take("a"))!;
        await leases.Finish(lease.Fence, "TimeoutException");
        var status = (await new JobStatusRows(database.App).All(CancellationToken.None)).ShouldHaveSingleItem();

        status.ShouldBe(new JobStatus(
            Job, "a", 1, lease.At + Length, lease.At, lease.At, lease.At, lease.At, "TimeoutException", LastOutage: null));
    }

    private Task<Lease?> Take(string holder) => leases.Take(Job, holder, Length, Interval);

    private Task Later(TimeSpan by) => DatabaseClock.Move(database.Owner, by);
}
