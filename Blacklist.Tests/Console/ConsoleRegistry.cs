using System.Collections.Concurrent;

namespace Blacklist.Tests.ConsolePages;

/// <summary>A registry with two listings, and people who are signed in.</summary>
public sealed class ConsoleRegistry : IAsyncLifetime
{
    public const string Listed = "张三";
    public const string ListedWithoutNumber = "欧阳某某";

    private readonly ConcurrentDictionary<string, Task<ConsoleUser>> _users = [];
    private RegistryNode? _node;

    internal RegistryNode Node => _node!;

    internal Uri Url => Node.Url;

    /// <summary>The number of the entry that gives a name only.</summary>
    internal string ListingWithoutNumber { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        await Node.Story.Listed(Listed, ResidentIds.Zhang);
        var listing = await Node.Story.Listed(ListedWithoutNumber, number: null);
        ListingWithoutNumber = (await Node.Story.Officer.Get($"{Story.Listings}/{listing}"))["number"]!;
    }

    public async Task DisposeAsync() => await Node.DisposeAsync();

    /// <summary>Somebody in a role, signed in.</summary>
    internal async Task<Visitor> As(string role, string language = "zh-CN", string region = "150600", bool withScript = true)
    {
        var visitor = await Visitor.At(Url, language, withScript);
        await SignIn(visitor, role, region);
        return visitor;
    }

    /// <summary>Also at a browser that somebody else used, or whose session ended.</summary>
    internal async Task SignIn(Visitor visitor, string role, string region = "150600") =>
        await (await _users.GetOrAdd(role + region, _ => ConsoleUser.Of(Node, role, region))).SignIn(visitor);
}
