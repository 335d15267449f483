using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Api.Projections;
using Blacklist.Tests.EventLog;
using Microsoft.Extensions.Logging.Abstractions;
using static Blacklist.Tests.EventLog.TestEvents;

namespace Blacklist.Tests.Jobs;

public sealed class JobRunnerTests : IAsyncLifetime
{
    private static readonly JobOptions Options = new(Enabled: true, Lease: TimeSpan.FromHours(1), Poll: TimeSpan.FromMilliseconds(20));

    private LogDatabase database = null!;
    private JobLeases leases = null!;

    public async Task InitializeAsync()
    {
        database = await LogDatabase.Create();
        leases = new JobLeases(database.App);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_turn_that_fails_is_told_and_tried_again()
    {
        var turns = 0;
        using var node = await Start(_ => ++turns == 1 ? throw new TimeoutException() : Task.CompletedTask);

        await Poll.Until(() => turns > 2);
        await node.StopAsync(CancellationToken.None);

        var status = (await new JobStatusRows(database.App).All(CancellationToken.None)).ShouldHaveSingleItem();
        status.LastFailedAt.ShouldNotBeNull();
        status.LastError.ShouldBeNull();
        status.Epoch.ShouldBe(1);
    }

    [Fact]
    public async Task One_node_runs_and_the_next_goes_on_as_soon_as_it_ends()
    {
        var (first, second) = (0, 0);
        using var one = await Start(_ => Task.FromResult(++first));
        await Poll.Until(() => first > 0);
        using var other = await Start(_ => Task.FromResult(++second));
        var before = first;
        await Poll.Until(() => first > before + 5);
        second.ShouldBe(0);

        await one.StopAsync(CancellationToken.None);
        await Poll.Until(() => second > 0);
        await other.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_node_that_a_newer_version_has_replaced_leaves_the_jobs_to_others()
    {
        await using var outdated = database.NewStore(other: new InlineProjections(new OtherView()));
        var turns = 0;
        using var old = await Start(
            turn =>
            {
                turns++;
                return turn.Append(On(Guid.CreateVersion7(), 0, Passed(1)));
            },
            outdated);
        await Poll.Until(() => turns > 0);
        var stored = new TaskCompletionSource();
        using var current = await Start(async turn =>
        {
            await turn.Append(On(Guid.CreateVersion7(), 0, Passed(1)));
            stored.TrySetResult();
        });

        await stored.Task.WaitAsync(TimeSpan.FromMinutes(5));
        turns.ShouldBe(1);
        await current.StopAsync(CancellationToken.None);
    }

    private async Task<JobRunner> Start(Func<JobTurn, Task> run, EventStore? store = null)
    {
        var node = new JobRunner([new TestJob(run)], leases, store ?? database.Store, Options, NullLogger<JobRunner>.Instance);
        await node.StartAsync(CancellationToken.None);
        return node;
    }

    /// <summary>What the read models were before.</summary>
    private sealed class OtherView() : Projection("other", version: 1)
    {
        public override string Schema => "CREATE TABLE other (id uuid NOT NULL)";
    }

    private sealed class TestJob(Func<JobTurn, Task> run) : Job("watch_the_gates", TimeSpan.FromMilliseconds(20))
    {
        public override Task Run(JobTurn turn) => run(turn);
    }
}
