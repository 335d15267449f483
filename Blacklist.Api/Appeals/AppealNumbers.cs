using Blacklist.Api.Commands;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Appeals;

/// <summary>Numbers of appeals: region, year, running number; the letter keeps them apart from listing numbers.</summary>
internal sealed class AppealNumbers(NumberSeries series)
{
    public async Task<string> Next(RegionCode region, int year) => $"{region}-{year}-A{await series.Next($"appeal {region}-{year}"):000000}";
}
