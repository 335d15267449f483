namespace Blacklist.Tests.Api;

/// <summary>A node on which the story was told once: two persons are listed, one of whom objects, for a ban of 2 March 2026 in 150602.</summary>
public sealed class ToldStory : IAsyncLifetime
{
    internal const string Zhang = "张建国";
    internal const string Nameless = "欧阳明月";

    internal static readonly string ZhangNumber = ResidentIds.Zhang;

    internal RegistryNode Node { get; private set; } = null!;

    internal Story Story { get; private set; } = null!;

    /// <summary>An objection that waits for admission, against the listing of the one without a number.</summary>
    internal string Appeal { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Node = await RegistryNode.Start();
        Story = Node.Story;
        await Story.Listed(Zhang, ZhangNumber);
        Appeal = await new AppealStory(Node).Filed(await Story.Listed(Nameless, number: null));
    }

    public async Task DisposeAsync() => await Node.DisposeAsync();
}
