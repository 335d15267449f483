using Blacklist.Api.Console.Forms;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Console.Administration;

/// <summary>What somebody or something can be given: roles, the regions of whoever gives them, purposes of checks.</summary>
internal sealed class GrantOffers(RegionCatalogue regions, CallerPurposes purposes)
{
    public Dictionary<string, IReadOnlyList<Offer>> For(Caller administrator, IEnumerable<string> roles, PageText texts) => new()
    {
        ["roles"] = [.. roles.Select(role => new Offer(role, texts["role." + role]))],
        ["regions"] = RegionOffers.Of(regions, administrator.Regions),
        ["purposes"] = [.. purposes.Known.Select(purpose => new Offer(purpose, texts["checkPurpose." + purpose]))],
    };

    public static string Roles(IEnumerable<string> roles, PageText texts) => Joined(roles.Select(role => texts["role." + role]), texts);

    public static string Purposes(IEnumerable<string> given, PageText texts) => Joined(given.Select(purpose => texts["checkPurpose." + purpose]), texts);

    public string Regions(IEnumerable<string> codes, PageText texts) =>
        Joined(codes.Select(code => RegionCode.Parse(code).Value is { } region && regions.NameOf(region) is { } name ? $"{name} {code}" : code), texts);

    private static string Joined(IEnumerable<string> words, PageText texts) => string.Join(texts["list.separator"], words);
}
