using Blacklist.Api.Hosting;

namespace Blacklist.Api.Security;

/// <summary>Whose tokens are accepted; section <c>Authentication</c> of the configuration.</summary>
internal sealed record AccessOptions
{
    private static readonly string[] PublicKeyAlgorithms =
        ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

    private readonly Dictionary<string, string> _claims = [];

    /// <summary>Address of an OpenID Connect issuer. Without it the registry issues its own tokens.</summary>
    public string? Authority { get; private init; }

    /// <summary>The <c>iss</c> of the registry's own tokens: the address callers know it by, the same on every node.</summary>
    public string Issuer { get; private init; } = "http://localhost:5080";

    public string Audience { get; private init; } = "blacklist";

    /// <summary>Accepted from an outside issuer; the registry's own tokens are ES256.</summary>
    public IReadOnlyList<string> Algorithms { get; private init; } = ["ES256", "RS256"];

    /// <summary>Accepted <c>typ</c> of an outside issuer's tokens.</summary>
    public IReadOnlyList<string> TokenTypes { get; private init; } = [AccessTokens.Type];

    /// <summary>What the outside issuer knows the console as; without it people sign in with the registry's own accounts.</summary>
    public string? ConsoleClientId { get; private init; }

    public string? ConsoleClientSecret { get; private init; }

    public bool IssuesTokens => Authority is null;

    public bool SignsPeopleInOutside => Authority is not null && ConsoleClientId is not null && ConsoleClientSecret is not null;

    public static AccessOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Authentication");
        var defaults = new AccessOptions();
        var options = new AccessOptions
        {
            Authority = Text(section, "Authority"),
            Issuer = Text(section, "Issuer")?.TrimEnd('/') ?? defaults.Issuer,
            Audience = Text(section, "Audience") ?? defaults.Audience,
            ConsoleClientId = Text(section, "Console:ClientId"),
            ConsoleClientSecret = Text(section, "Console:ClientSecret"),
            Algorithms = section.GetSection("Algorithms").Get<string[]>() ?? defaults.Algorithms,
            TokenTypes = section.GetSection("TokenTypes").Get<string[]>() ?? defaults.TokenTypes,
        };
        foreach (var claim in new[] { ClaimNames.Name, ClaimNames.Department, ClaimNames.Roles, ClaimNames.Regions, ClaimNames.Purposes })
            options._claims[claim] = Text(section, $"Claims:{claim}") ?? claim;
        options.Verify();
        return options;
    }

    /// <summary>What an outside issuer calls one of <see cref="ClaimNames"/> (<c>Authentication:Claims:roles</c> …).</summary>
    public string ClaimOf(string name) => _claims.GetValueOrDefault(name, name);

    private static string? Text(IConfiguration section, string key) => section[key] is { Length: > 0 } text ? text : null;

    private void Verify()
    {
        if (ConsoleClientId is null != ConsoleClientSecret is null)
            throw new StartProblem("Authentication:Console needs ClientId and ClientSecret, or neither.");
        if (Algorithms.Count == 0 || Algorithms.Except(PublicKeyAlgorithms).Any())
            throw new StartProblem($"Authentication:Algorithms may hold {string.Join(", ", PublicKeyAlgorithms)} only.");
        if (TokenTypes.Count == 0)
            throw new StartProblem("Authentication:TokenTypes must not be empty.");
        if (!Uri.TryCreate(Authority ?? Issuer, UriKind.Absolute, out var address))
            throw new StartProblem("Authentication:Authority and Authentication:Issuer must be addresses.");
        if (Authority is not null && address is not { Scheme: "https" } and not { IsLoopback: true })
            throw new StartProblem("Authentication:Authority must be an https address.");
    }

    /// <summary>It holds a secret.</summary>
    public override string ToString() => Authority ?? Issuer;
}
