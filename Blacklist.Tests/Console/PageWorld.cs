using Blacklist.Tests.Security.Matrix;
using Blacklist.Tests.Vault;

namespace Blacklist.Tests.ConsolePages;

/// <summary>A registry with one thing of each kind, and all pages that show them.</summary>
public sealed class PageWorld : IAsyncLifetime
{
    internal RegistryNode Node { get; private set; } = null!;

    internal MatrixWorld World { get; private set; } = null!;

    internal IReadOnlyList<PageRow> All { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Node = await RegistryNode.Start();
        World = await MatrixWorld.Tell(Node);
        All = await PageRow.All(Node);
        // The clerk who asked and sent what there is in the world is also somebody with an account.
        await ConsoleUser.Of(Node, "registrationClerk");
        await Node.Database.Owner.Execute($"UPDATE security.users SET user_id = '{ApiClientSamples.Clerk.Id}' WHERE user_name LIKE 'registrationClerk.%'");
    }

    public async Task DisposeAsync() => await Node.DisposeAsync();
}
