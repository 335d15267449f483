namespace Blacklist.Tests.Api;

/// <summary>A node that takes the writes and one beside it that follows the log; a third may start at any time.</summary>
public sealed class NodesOfOneDatabase : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RegistryNode _beside = null!;

    internal RegistryNode Node { get; private set; } = null!;

    internal Story Story { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _database = await RegistryNode.CreateDatabase();
        Node = await RegistryNode.Start(_database);
        _beside = await RegistryNode.Start(_database);
        Story = Node.Story;
    }

    public async Task DisposeAsync()
    {
        await _beside.DisposeAsync();
        await Node.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Where it was written, where the log was followed, and where everything is read from the read models at a start.</summary>
    internal async Task OnEveryNode(Func<Story, Task> ask)
    {
        await ask(Story);
        await ask(_beside.Story);
        await using var started = await RegistryNode.Start(_database);
        await ask(started.Story);
    }
}
