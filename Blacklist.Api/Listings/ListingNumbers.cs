using Blacklist.Api.Commands;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Listings;

/// <summary>Listing numbers: region, year of the proposal, running number.</summary>
internal sealed class ListingNumbers(NumberSeries series)
{
    public async Task<string> Next(RegionCode region, int year) => Text(region, year, await series.Next(Series(region, year)));

    /// <summary>Many at once, for imports.</summary>
    public async Task<IReadOnlyList<string>> Next(RegionCode region, int year, int count)
    {
        var first = await series.Next(Series(region, year), count);
        return [.. Enumerable.Range(0, count).Select(offset => Text(region, year, first + offset))];
    }

    private static string Series(RegionCode region, int year) => $"listing {region}-{year}";

    private static string Text(RegionCode region, int year, long number) => $"{region}-{year}-{number:000000}";
}
