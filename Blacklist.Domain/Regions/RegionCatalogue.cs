namespace Blacklist.Domain.Regions;

/// <summary>Every region code there is or was, with its names. A code it does not know is worth a warning, never a refusal.</summary>
public sealed class RegionCatalogue(IEnumerable<Region> regions, IEnumerable<RegionName> formerNames)
{
    private readonly Dictionary<RegionCode, Region> _regions = regions.ToDictionary(region => region.Code);
    private readonly ILookup<RegionCode, RegionName> _names = formerNames.ToLookup(name => name.Code);

    /// <summary>Where retired codes went on.</summary>
    public RegionSuccession Succession { get; init; } = RegionSuccession.None;

    public int Count => _regions.Count;

    public IEnumerable<RegionCode> All => _regions.Keys;

    public bool Knows(RegionCode code) => _regions.ContainsKey(code);

    /// <summary>The places in force today whose name occurs in a text, such as an authority's name.</summary>
    public IEnumerable<RegionCode> NamedIn(string text) => _regions.Values
        .Where(region => region.Status == RegionStatus.Current && text.Contains(region.Name, StringComparison.Ordinal))
        .Select(region => region.Code);

    /// <summary>The places in force today that a code covers, itself among them, in the order of their codes.</summary>
    public IEnumerable<Region> Within(RegionCode code) => _regions.Values
        .Where(region => region.Status == RegionStatus.Current && code.Covers(region.Code))
        .OrderBy(region => region.Code.Value, StringComparer.Ordinal);

    public bool IsRetired(RegionCode code) => _regions.TryGetValue(code, out var region) && region.Status == RegionStatus.Retired;

    /// <summary>Whether a place lies in a region, by their codes or by where retired ones of them went on.</summary>
    public bool Covers(RegionCode region, RegionCode place) => region.Covers(place) || Today(region).Covers(Today(place));

    /// <summary>A retired county whose own way nobody knows went at least where its prefecture did.</summary>
    private RegionCode Today(RegionCode code) =>
        IsRetired(code) ? Succession.HeirOf(code) ?? Succession.HeirOf(code.Above) ?? code : code;

    /// <summary>The name on a day, or without a day the last one; null for an unknown code.</summary>
    /// <remarks>The lists are yearly, so the name can be that of the neighbouring year around a change.</remarks>
    public string? NameOf(RegionCode code, DateOnly? on = null)
    {
        var then = on is { } day ? _names[code].FirstOrDefault(name => name.HeldIn(day.Year)) : null;
        return then?.Name ?? _regions.GetValueOrDefault(code)?.Name;
    }
}
