using Blacklist.Api.EventLog;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Rules;

namespace Blacklist.Tests.Eligibility;

/// <summary>Every affected check is found, once, whoever does the work and however often it is broken off.</summary>
public sealed class EffectsCompletenessTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RegistryNode[] _nodes = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        _nodes = [await RegistryNode.Start(_database), await RegistryNode.Start(_database)];
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_happens_exactly_the_affected_checks_are_told()
    {
        var happening = AnyHistory.Happen(_nodes, seed: 5, steps: RunSize.Of(suite: 30, full: 150));
        while (!happening.IsCompleted)
        {
            await Task.WhenAll(_nodes.Select(node => BreakOff(node, applicantsAtOnce: 3)));
        }

        await happening;
        await RetireARule();
        await Task.WhenAll(_nodes.Select(node => BreakOff(node, applicantsAtOnce: 2)));
        await Task.WhenAll(_nodes.Select(node => EffectsTurns.Finish(node, applicantsAtOnce: 7)));
        await EffectsTurns.Finish(_nodes[0]);

        var found = await EffectsOracle.Found(_database);
        var expected = await EffectsOracle.Expected(_database, _nodes[1]);
        expected.Except(found).ShouldBeEmpty("Affected, but nobody was told.");
        found.Except(expected).ShouldBeEmpty("Told, but not affected.");
        found.Count.ShouldBe(expected.Count, "Told once.");
        found.Count.ShouldBeGreaterThan(10);
        await EachIsInOneNoticeAndEachWrongRefusalIsExaminedOnce();
    }

    /// <summary>A turn that a stop ends somewhere in the middle.</summary>
    private static async Task BreakOff(RegistryNode node, int applicantsAtOnce)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await EffectsTurns.Try(node, applicantsAtOnce, stop.Token);
    }

    private async Task RetireARule()
    {
        var log = _nodes[0].Service<EventStore>();
        var stream = await log.Load(RuleCatalogue.StreamId);
        var catalogue = stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        foreach (var rule in catalogue.Rules)
        {
            await log.Append(new AppendRequest(
                [new StreamAppend(stream.Id, RuleCatalogue.Stream.Type, (await log.Load(stream.Id)).Version, [new NewEvent(Guid.CreateVersion7(), new RuleRetired(rule.Id, "废止", new ClerkId("test")))])],
                "test"));
        }
    }

    private async Task EachIsInOneNoticeAndEachWrongRefusalIsExaminedOnce()
    {
        (await Number("SELECT count(*) FROM registry.notices_due")).ShouldBe(0);
        (await Number("SELECT count(*) FROM caller_notice")).ShouldBe(await Number("SELECT count(DISTINCT notice_id) FROM registry.affected_checks"));
        (await Number("SELECT sum(checks) FROM caller_notice")).ShouldBe(await Number("SELECT count(DISTINCT (notice_id, check_id)) FROM registry.affected_checks"));
        (await Number("SELECT count(*) FROM reexamination")).ShouldBe(
            await Number("SELECT count(DISTINCT (notice_id, check_id)) FROM registry.affected_checks WHERE recorded = 2 AND own_before = 2 AND own_after < 2"));
    }

    private async Task<long> Number(string sql)
    {
        await using var command = _database.App.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }
}
