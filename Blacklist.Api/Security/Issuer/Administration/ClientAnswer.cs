using Blacklist.Api.Audit;

namespace Blacklist.Api.Security.Issuer.Administration;

/// <param name="Networks">Where it may ask for tokens from; anywhere when empty.</param>
/// <param name="Keys">Names of the keys that it proves itself with.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record ClientAnswer(
    string Id, string Name, string Department, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes,
    IReadOnlyList<string> Networks, IReadOnlyList<string> Keys, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public static ClientAnswer Of(RegisteredClient known, IReadOnlyList<ClientKey> keys) => new(
        known.Client.Id, known.Client.Name, known.Client.Department, known.Client.Roles, known.Client.Regions, known.Client.Purposes,
        known.Client.Networks, [.. keys.Select(key => key.Kid)], known.CreatedAt, known.RevokedAt);
}

/// <param name="Secret">Shown this once.</param>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record ClientWithSecret(string Id, string Secret)
{
    public override string ToString() => Id;
}
