using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Microsoft.Playwright;

namespace Blacklist.Tests.ConsolePages;

/// <summary>A registry with people who sign in through its own pages, each once; their tests go on in their name.</summary>
public sealed class ConsoleRegistry : IAsyncLifetime
{
    public const string Listed = "张三";
    public const string ListedWithoutNumber = "欧阳某某";

    private const string Password = "correct-horse-battery";
    private static readonly string[] AllPurposes = ["registration", "change", "periodicReview"];

    private readonly Dictionary<string, IReadOnlyList<Cookie>> _sessions = [];
    private readonly SemaphoreSlim _oneAtATime = new(1);
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

    public async Task DisposeAsync()
    {
        _oneAtATime.Dispose();
        await Node.DisposeAsync();
    }

    /// <summary>Somebody in a role, signed in.</summary>
    internal async Task<Visitor> As(string role, string language = "zh-CN", string region = "150600", bool withScript = true) =>
        await Visitor.At(Url, language, withScript, await Session(role, region));

    /// <summary>The cookies of a session that goes on.</summary>
    internal async Task<IReadOnlyList<Cookie>> Session(string role, string region = "150600")
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return _sessions.TryGetValue(role + region, out var known) ? known : _sessions[role + region] = await SignIn(role, region);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<IReadOnlyList<Cookie>> SignIn(string role, string region)
    {
        var (name, store) = ($"{role.ToLowerInvariant()}-{region}", Node.Service<UserStore>());
        var users = Node.Service<Users>();
        (await users.Add(name, new UserDetails("赵六", "鄂尔多斯市民政局", [role], [region], AllPurposes), Users.Operator)).Problem.ShouldBeNull();
        var user = (await users.Named(name))!;
        var key = AuthenticatorCodes.NewKey();
        await store.SetPasswordHashAsync(user, Passwords.Hash(Password), CancellationToken.None);
        await store.SetAuthenticatorKeyAsync(user, key, CancellationToken.None);

        await using var visitor = await Visitor.At(Url);
        await visitor.SignIn(name, Password, AuthenticatorCodes.At(key, Node.Clock.GetUtcNow()));
        return await visitor.Cookies();
    }
}
