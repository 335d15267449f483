using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;

namespace Blacklist.Tests.Vault;

/// <summary>Keys that are not random and persons who belong to nobody (region 70xxxx).</summary>
internal static class VaultSamples
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly PersonId Zhang = new(new Guid("0199a000-0000-7000-8000-000000000001"));

    public static readonly PersonId Li = new(new Guid("0199a000-0000-7000-8000-000000000002"));

    public static readonly PersonIdentity ZhangIdentity = new(
        Name("张三"), [Document(DocumentType.ResidentId, "70000019851231003X"), Document(DocumentType.Passport, "E00000001", "CHN")],
        new DateOnly(1985, 12, 31), Sex.Male);

    public static readonly PersonIdentity LiIdentity = new(Name("李四"), [], null, null);

    public static VaultKeys Keys(byte seed) => new(
        [new VaultKey($"{seed:x8}", [.. Enumerable.Repeat(seed, 32)], DateTimeOffset.UnixEpoch)])
    {
        DigestKeys = [new VaultKey($"{seed + 0x100:x8}", [.. Enumerable.Repeat((byte)(seed + 1), 32)], DateTimeOffset.UnixEpoch)],
    };

    public static KeyRing Ring(byte seed = 1) => new(Keys(seed));

    public static PersonName Name(string text) => PersonName.Parse(text).Value!;

    public static IdentityDocument Document(DocumentType type, string number, string? country = null) =>
        IdentityDocument.Parse(type, number, country, Today).Value.ShouldNotBeNull();
}
