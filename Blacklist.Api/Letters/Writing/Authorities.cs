using Blacklist.Domain.Regions;

namespace Blacklist.Api.Letters.Writing;

/// <summary>An authority as letters name it, and where a person finds it.</summary>
/// <param name="Reconsideration">Who decides on an administrative reconsideration 行政复议机关.</param>
/// <param name="Court">The court for a lawsuit.</param>
internal sealed record Authority(string Name, string? Address = null, string? Phone = null, string? Reconsideration = null, string? Court = null);

/// <summary>
/// The site's authorities by region: configuration <c>Letters:Authorities:150600:Name</c>, <c>…:Address</c>, <c>…:Phone</c>,
/// <c>…:Reconsideration</c>, <c>…:Court</c>. An entry speaks for its region and everything below it; the nearest counts.
/// </summary>
internal sealed class Authorities(IConfiguration configuration)
{
    private readonly (RegionCode Region, Authority Authority)[] _known =
    [
        .. configuration.GetSection("Letters:Authorities").GetChildren()
            .Select(entry => (RegionOf(entry.Key), entry.Get<Authority>()!))
            .OrderByDescending(entry => entry.Item1.Prefix.Length),
    ];

    /// <returns>Null where the site names none.</returns>
    public Authority? Of(RegionCode region) => Array.Find(_known, entry => entry.Region.Covers(region)).Authority;

    private static RegionCode RegionOf(string code) =>
        RegionCode.Parse(code).Is(out var region, out var problem)
            ? region
            : throw new InvalidDataException($"Letters:Authorities:{code}: {problem.Meaning}");
}
