using System.Diagnostics;
using System.Globalization;
using Blacklist.Api;
using Blacklist.Api.EventLog;
using Blacklist.Api.Projections;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.Listings;
using Blacklist.Tests.Vault;
using Npgsql;
using Xunit.Abstractions;

namespace Blacklist.Tests.Nodes;

/// <summary>
/// Thousands of deadlines, two nodes as processes of their own, time moved by the database's clock: one node frozen in the middle of its
/// writing until long after the other took over, clerks who act at the last moment, both nodes dead while days end. None is missed, none
/// is told twice, the late ones say why. See <see cref="RunSize"/>.
/// </summary>
public sealed class DeadlineOutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Size = RunSize.Of(suite: 300, full: 10_000);
    private static readonly DateOnly Quiet = new(2026, 12, 5);
    private static readonly DateOnly Frozen = new(2026, 12, 9);
    private static readonly DateOnly Dead = new(2026, 12, 14);

    private readonly TemporaryDataFolder[] _folders = [new(), new()];
    private readonly ServiceProcess?[] _nodes = new ServiceProcess?[2];
    private TestDatabase _database = null!;
    private EventStore _log = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _log = new EventStore(_database.App, EventTypes.OfTheDomain(), new InlineProjections(RegistryApp.Projections));
        await DatabaseClock.Start(_database.Owner, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes.OfType<ServiceProcess>())
        {
            await node.DisposeAsync();
        }

        Array.ForEach(_folders, folder => folder.Dispose());
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task None_is_missed_none_is_told_twice_and_the_late_ones_say_why()
    {
        var quiet = await Notices(Size * 4 / 10, Quiet);
        var frozen = await Notices(Size * 3 / 10, Frozen);
        var answered = await Notices(Size / 10, Frozen);
        var dead = await Notices(Size * 2 / 10, Dead);
        var old = await Notices(5, AListing.StatementUntil);
        await StartNodes();

        await Told("deadline_passed", old.Count);
        await DatabaseClock.Start(_database.Owner, LegalDate.Begins(Quiet));
        await Told("deadline_warned", quiet.Count);
        await Pass(Quiet, quiet.Count, toldBefore: old.Count);

        var (held, statements) = await FreezeTheHolderWhileItWrites(answered);
        await Poll.Until(async () => await Open(Frozen) == 0);
        await statements;
        await Poll.Until(() => held.Output.Contains("was refused: its lease", StringComparison.Ordinal));

        await EndNodes();
        await DatabaseClock.Start(_database.Owner, LegalDate.Begins(Dead.AddDays(1)).AddHours(2));
        await StartNodes();
        await Poll.Until(async () => await Open(Dead) == 0);

        var told = await PassedFacts();
        var raced = told.Where(passed => answered.Contains(passed.Subject)).Select(passed => passed.Subject).ToList();
        told.Select(passed => passed.Subject).ShouldBe([.. old, .. quiet, .. frozen, .. dead, .. raced], ignoreOrder: true);
        told.ShouldAllBe(passed => passed.Late == null == (passed.FiredAt - LegalDate.Begins(passed.Due.AddDays(1)) <= Lateness.Tolerance));
        raced.Count.ShouldBeLessThan(answered.Count);
        told.Where(passed => passed.Due == Quiet || passed.Due == Frozen).ShouldAllBe(passed => passed.Late == null);
        told.Where(passed => passed.Due == Dead).ShouldAllBe(passed => passed.Late!.Cause == LateCause.NoScheduler
            && passed.Late.From < LegalDate.Begins(Dead) && passed.Late.Until >= LegalDate.Begins(Dead.AddDays(1)).AddHours(2));
        told.Where(passed => passed.Due == AListing.StatementUntil).ShouldAllBe(passed => passed.Late!.Cause == LateCause.RecordedAfterwards);
        (await Scalar<long>(ToldAfterTheAnswer)).ShouldBe(0);
        output.WriteLine($"{told.Count} of {Size + old.Count} deadlines passed, {answered.Count - raced.Count} were met at the last moment, {dead.Count + old.Count} were late");
    }

    /// <summary>A deadline that its stream had met before.</summary>
    private const string ToldAfterTheAnswer =
        """
        SELECT count(*) FROM registry.mt_events AS told JOIN registry.mt_events AS met ON met.stream_id = (told.data ->> 'subject')::uuid
         WHERE told.type = 'deadline_passed' AND met.type = 'statement_recorded' AND met.seq_id < told.seq_id
        """;

    private async Task Pass(DateOnly day, int count, int toldBefore)
    {
        await DatabaseClock.Start(_database.Owner, LegalDate.Begins(day.AddDays(1)));
        var watch = Stopwatch.StartNew();
        await Told("deadline_passed", toldBefore + count);
        output.WriteLine($"{count} deadlines of one midnight were told in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>
    /// The log is held back until one node waits for it with what it wants to write, is frozen past its lease, has lost the job to the other
    /// and goes on as if nothing had been. Meanwhile statements of the day have come in.
    /// </summary>
    private async Task<(ServiceProcess Held, Task Statements)> FreezeTheHolderWhileItWrites(IEnumerable<Guid> answered)
    {
        await using var connection = await _database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(registry.log_lock())", connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await DatabaseClock.Start(_database.Owner, LegalDate.Begins(Frozen.AddDays(1)));
        await Poll.Until(async () => await Scalar<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'blacklist' AND wait_event = 'advisory'") > 0);
        var holder = await Holder();
        var held = _nodes.Single(node => node!.Id == int.Parse(holder.Split('/')[^2], CultureInfo.InvariantCulture))!;
        await held.Freeze();
        await DatabaseClock.Start(_database.Owner, LegalDate.Begins(Frozen.AddDays(1)).AddMinutes(1));
        await Poll.Until(async () => await Holder() != holder);
        var statements = Answer(answered);
        await held.Thaw();
        await transaction.RollbackAsync();
        return (held, statements);
    }

    private Task<string> Holder() => Scalar<string>("SELECT holder FROM registry.job_leases WHERE job = 'deadlines'");

    private async Task StartNodes()
    {
        var starting = _folders.Select(folder => ServiceProcess.Start(new Dictionary<string, string>(ServiceProcess.On(folder))
        {
            ["ConnectionStrings__Registry"] = _database.AppConnectionString,
            ["ConnectionStrings__RegistryOwner"] = _database.OwnerConnectionString,
            ["Vault__Keys"] = VaultSamples.Keys(seed: 1).ToJson(),
            ["Jobs__Lease"] = "00:00:02",
            ["Jobs__Poll"] = "00:00:00.2",
        }));
        (await Task.WhenAll(starting)).CopyTo(_nodes, 0);
    }

    /// <summary>One in order, one in the middle of whatever it does.</summary>
    private async Task EndNodes()
    {
        (await _nodes[0]!.Stop()).ShouldBe(0);
        await _nodes[1]!.Kill9();
        foreach (var node in _nodes)
        {
            await node!.DisposeAsync();
        }
    }

    /// <returns>The listings whose notice was served.</returns>
    private async Task<HashSet<Guid>> Notices(int count, DateOnly until)
    {
        var listings = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToHashSet();
        await Task.WhenAll(listings.Select(listing => Append(
            listing, 0,
            AListing.Proposed with { ListingId = new ListingId(listing), Number = listing.ToString() },
            AListing.Noticed with { ListingId = new ListingId(listing), StatementPeriod = AListing.StatementPeriod with { Due = until } })));
        return listings;
    }

    private Task Answer(IEnumerable<Guid> listings) =>
        Parallel.ForEachAsync(listings, async (listing, _) => await Append(listing, 2, AListing.Answered with { ListingId = new ListingId(listing) }));

    private async Task Append(Guid listing, long version, params IEvent[] facts) =>
        (await _log.Append(new AppendRequest(
            [new StreamAppend(listing, Listing.Stream.Type, version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])], "test")))
        .ShouldBeOfType<AppendResult.Appended>();

    private Task Told(string fact, int count) =>
        Poll.Until(async () => await Scalar<long>($"SELECT count(*) FROM registry.mt_events WHERE type = '{fact}'") >= count);

    /// <summary>Deadlines of the day that are neither told nor met.</summary>
    private Task<long> Open(DateOnly day) => Scalar<long>(
        $"""
        SELECT count(*) FROM read_model.deadline LEFT JOIN read_model.deadline_firing AS firing USING (id)
         WHERE due = '{day:yyyy-MM-dd}' AND state = 'open' AND passed_at IS NULL
        """);

    private async Task<List<DeadlinePassed>> PassedFacts()
    {
        var passed = new List<DeadlinePassed>();
        for (var events = await _log.ReadAfter(0, 2000); events.Count > 0; events = await _log.ReadAfter(events[^1].Position, 2000))
        {
            passed.AddRange(events.Select(at => at.Data).OfType<DeadlinePassed>());
        }

        return passed;
    }

    private async Task<T> Scalar<T>(string sql)
    {
        await using var command = _database.Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
