using System.Collections.Frozen;
using System.Text;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>Names in a row, with the places at which each name and each character stands, rising.</summary>
internal sealed class OrganizationNamePart
{
    private readonly FrozenDictionary<Rune, int[]> _byCharacter;
    private readonly Dictionary<string, int[]> _byName;
    private readonly Dictionary<(string Claim, Rune Character), int[]> _byCore;

    /// <param name="first">Place of the first of the names.</param>
    public OrganizationNamePart(IReadOnlyList<KnownOrganization> names, int first)
    {
        Names = names;
        var placed = names.Select((known, index) => (known.Name, Place: first + index)).ToList();
        _byName = placed.GroupBy(entry => entry.Name.Normal, entry => entry.Place).ToDictionary(group => group.Key, group => group.ToArray());
        _byCore = placed
            .SelectMany(entry => CoreOf(entry.Name).Distinct().Select(rune => (Key: (entry.Name.Anatomy.Claim, rune), entry.Place)))
            .GroupBy(pair => pair.Key, pair => pair.Place)
            .ToDictionary(group => group.Key, group => group.ToArray());
        _byCharacter = placed
            .SelectMany(entry => entry.Name.Normal.EnumerateRunes().Distinct(), (entry, rune) => (rune, entry.Place))
            .GroupBy(pair => pair.rune, pair => pair.Place)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public IReadOnlyList<KnownOrganization> Names { get; }

    public int[] Named(string normal) => _byName.GetValueOrDefault(normal, []);

    public int[] With(Rune character) => _byCharacter.GetValueOrDefault(character, []);

    public int[] WithInCore(string claim, Rune character) => _byCore.GetValueOrDefault((claim, character), []);

    public static List<Rune> CoreOf(OrganizationName name) => [.. name.Anatomy.Core.EnumerateRunes()];
}

/// <summary>Rising places of two parts that follow each other, cut off where the names were not known yet.</summary>
internal readonly struct OrganizationNamePlaces(int[] settled, int[] recent, int first)
{
    private readonly int _settled = Below(settled, first);
    private readonly int _recent = Below(recent, first);

    public int Count => _settled + _recent;

    public IEnumerable<int> All() => settled.Take(_settled).Concat(recent.Take(_recent));

    private static int Below(int[] places, int first)
    {
        if (places.Length == 0 || places[^1] < first)
            return places.Length;
        var at = Array.BinarySearch(places, first);
        return at < 0 ? ~at : at;
    }
}
