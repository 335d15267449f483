using Blacklist.Domain.Regions;

namespace Blacklist.Api.Console.Forms;

/// <summary>The places that somebody works for, to choose from; a whole country of them is typed as a code instead.</summary>
internal static class RegionOffers
{
    private const int Most = 300;

    public static IReadOnlyList<Offer> Of(RegionCatalogue regions, IEnumerable<RegionCode> scopes)
    {
        var places = scopes.SelectMany(regions.Within).Distinct().Select(place => new Offer(place.Code.Value, $"{place.Name} {place.Code}")).Take(Most + 1).ToList();
        return places.Count <= Most ? places : [];
    }
}
