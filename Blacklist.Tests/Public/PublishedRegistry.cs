namespace Blacklist.Tests.Public;

/// <summary>A registry with a public list: decisions that are published, one that was withdrawn, one that nobody may see yet.</summary>
public sealed class PublishedRegistry : IAsyncLifetime
{
    public const string Known = "鄂尔多斯市楹联文化研究会";

    private RegistryNode? _node;

    internal RegistryNode Node => _node!;

    internal Uri Url => Node.Url;

    /// <summary>Ids of the organizations, by name.</summary>
    internal Dictionary<string, string> Organizations { get; } = [];

    public async Task InitializeAsync()
    {
        _node = await RegistryNode.Start();
        await Publish(Known);
        await Publish("鄂尔多斯市剪纸艺术协会");
        var withdrawn = await Publish("东胜区书法家联谊会");
        await Node.Story.DemandWithdrawal(Organizations["东胜区书法家联谊会"], withdrawn);
        await Node.Story.Withdraw(Organizations["东胜区书法家联谊会"], withdrawn);
        await Ban("鄂尔多斯市尚未公开研究会");
    }

    public async Task DisposeAsync() => await Node.DisposeAsync();

    private async Task<string> Publish(string name)
    {
        var ban = await Ban(name);
        (await Node.Story.Publish(Organizations[name], ban)).ShouldBe(System.Net.HttpStatusCode.OK);
        return ban;
    }

    /// <returns>The id of the decision.</returns>
    private async Task<string> Ban(string name)
    {
        var organization = (await Node.Story.Officer.Post(Story.Organizations, Story.AnOrganization(name)))["id"]!;
        Organizations[name] = organization;
        return (await Node.Story.Dispose(organization, Story.ABan([Story.APerson("楹联某人", null)])))["dispositionId"]!;
    }
}
