using Blacklist.Api.Demo;
using Blacklist.Api.Reference;

namespace Blacklist.Tests;

/// <summary>
/// Invented Han names as often alike as real ones: surnames by their frequency, one name in seven with a single given character,
/// given names one in seven from the table of common ones, the others put together from its characters.
/// </summary>
internal sealed class RealisticNames
{
    private readonly WeightedNames _surnames =
        new(ReferenceFile.ReadRows("names/surnames.csv", row => (row.GetString("surname"), row.Parse<int>("count"))));

    private readonly WeightedNames _given;
    private readonly WeightedNames _characters;

    public RealisticNames()
    {
        var given = ReferenceFile.ReadRows(
            "names/given-names.csv", row => (Name: row.GetString("given"), Count: row.Parse<int>("men") + row.Parse<int>("women"))).ToList();
        _given = new(given.Select(name => (name.Name, name.Count / 100)));
        _characters = new(
            from name in given
            from rune in name.Name.EnumerateRunes()
            group name.Count / 100 by rune into counts
            select (counts.Key.ToString(), counts.Sum()));
    }

    public string Draw(ref SplitMix64 random) => _surnames.Draw(ref random) + random.Next(14) switch
    {
        < 2 => _characters.Draw(ref random),
        < 12 => _characters.Draw(ref random) + _characters.Draw(ref random),
        _ => _given.Draw(ref random),
    };
}
