using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Vault;

namespace Blacklist.Tests.Eligibility;

/// <summary>Clerks and officers of two nodes do whatever they like at once; what was answered can always be told again.</summary>
public sealed class AnyHistoryTests : IAsyncLifetime
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_happens_each_answer_is_found_again(int seed)
    {
        await AnyHistory.Happen(_nodes, seed, steps: RunSize.Of(suite: 60, full: 300));

        await using var later = await RegistryNode.Start(_database);
        foreach (var node in _nodes.Append(later))
        {
            (await RecordedChecks.ShouldBeAsTheyWereRecorded(_database.App, node.Service<IdentityVault>(), node.Service<RegistryPast>())).ShouldBeGreaterThan(50);
        }
    }
}
