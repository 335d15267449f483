using Blacklist.Domain.Regions;

namespace Blacklist.Api.Demo.Plan;

/// <summary>For which region an authority decides, read from its name: 杭州市西湖区民政局 is 330106, 民政部 the nation.</summary>
internal sealed class AuthorityRegions(RegionCatalogue regions)
{
    private static readonly string[] National = ["民政部", "民政部等"];

    /// <summary>Null when the name says no place: 民政部门, 地方民政部门.</summary>
    public RegionCode? Of(string authority)
    {
        if (National.Contains(authority) || authority.StartsWith("民政部、", StringComparison.Ordinal))
        {
            return RegionCode.Nation;
        }

        var places = regions.NamedIn(authority).ToList();
        var deepest = places.GroupBy(place => places.Count(other => other.Covers(place))).MaxBy(depth => depth.Key);
        return deepest?.Count() == 1 ? deepest.Single() : null;
    }
}
