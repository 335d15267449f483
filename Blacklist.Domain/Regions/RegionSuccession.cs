namespace Blacklist.Domain.Regions;

/// <summary>
/// Where retired codes went on, as far as the lists alone show it: a place keeps its name, and its new code begins when the old one ends. Whoever works for
/// the new code works for what was filed under the old one. Where the lists leave a doubt there is no successor, and only the code above covers the old one.
/// </summary>
public sealed class RegionSuccession
{
    public static readonly RegionSuccession None = new([]);

    private readonly Dictionary<RegionCode, RegionCode> _heirs;
    private readonly ILookup<RegionCode, RegionCode> _inherited;

    public RegionSuccession(IEnumerable<RegionLife> lives)
    {
        var all = lives.ToList();
        var retired = all.Where(life => life.Status == RegionStatus.Retired).ToList();
        var namesakes = all.ToLookup(life => (life.Province, life.IsCounty, life.Name));
        var next = retired.ToDictionary(life => life.Code, life => Only(namesakes[(life.Province, life.IsCounty, life.Name)].Where(life.PassesTo)));
        var counties = retired.Where(life => life.IsCounty).Select(life => (Old: life.Code, New: Last(life.Code))).Where(pair => pair.New is not null).ToList();
        var prefectures = retired.Where(life => !life.IsCounty)
            .Select(life => (Old: life.Code, New: Last(life.Code) ?? Shared(counties.Where(pair => life.Code.Covers(pair.Old)).Select(pair => pair.New!))))
            .Where(pair => pair.New is not null);
        _heirs = counties.Concat(prefectures).ToDictionary(pair => pair.Old, pair => pair.New!);
        _inherited = _heirs
            .SelectMany(pair => new[] { pair.Value, pair.Value.Above, pair.Value.Above.Above }.Distinct().Select(heir => (Heir: heir, Old: pair.Key)))
            .Where(pair => !pair.Heir.Covers(pair.Old))
            .ToLookup(pair => pair.Heir, pair => pair.Old);

        RegionCode? Last(RegionCode code)
        {
            RegionCode? last = null;
            for (var heir = next.GetValueOrDefault(code); heir is not null && heir != last; heir = next.GetValueOrDefault(heir))
            {
                last = heir;
            }

            return last;
        }
    }

    /// <summary>The retired codes that went on in this one or below it, without those that it covers by its digits.</summary>
    public IEnumerable<RegionCode> InheritedBy(RegionCode code) => _inherited[code];

    /// <summary>Where a retired code went on; null where the lists leave a doubt.</summary>
    public RegionCode? HeirOf(RegionCode code) => _heirs.GetValueOrDefault(code);

    /// <summary>The prefecture in which all counties of an old one lie today; at least two, so that one that moved away takes nothing with it.</summary>
    private static RegionCode? Shared(IEnumerable<RegionCode> counties)
    {
        var places = counties.ToList();
        return places.Count < 2 ? null : Only(places.Select(county => county.Above).Distinct());
    }

    private static RegionCode? Only(IEnumerable<RegionCode> codes) => codes.Take(2).ToList() is [var only] ? only : null;

    private static RegionCode? Only(IEnumerable<RegionLife> lives) => Only(lives.Select(life => life.Code));
}

/// <summary>A code with its last name and the years it was in the lists.</summary>
/// <param name="First">Null when it was there before the lists begin.</param>
/// <param name="Last">Null when it still is.</param>
public sealed record RegionLife(RegionCode Code, string Name, RegionStatus Status, int? First, int? Last)
{
    public string Province => Code.Value[..2];

    public bool IsCounty => Code.Prefix.Length > 4;

    /// <summary>Whether the other code begins when this one ends and outlives it; a change shows in the list of its year or of the next.</summary>
    public bool PassesTo(RegionLife other) =>
        Last is { } end && other.First is { } start && start >= end && start <= end + 1 && (other.Last is not { } last || last > end);
}
