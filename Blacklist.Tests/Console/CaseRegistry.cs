namespace Blacklist.Tests.ConsolePages;

/// <summary>A registry for the pages of cases; each test makes the organization or the listing it needs.</summary>
public sealed class CaseRegistry : IAsyncLifetime
{
    private RegistryNode? _node;

    internal RegistryNode Node => _node!;

    internal Story Story => Node.Story;

    internal AppealStory Appeals => new(Node);

    public async Task InitializeAsync() => _node = await RegistryNode.Start();

    public async Task DisposeAsync() => await Node.DisposeAsync();
}
