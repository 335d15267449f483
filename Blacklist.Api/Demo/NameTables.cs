using Blacklist.Api.Reference;
using Blacklist.Domain.Identity;
using CsvHelper;

namespace Blacklist.Api.Demo;

/// <summary>The names synthetic persons get: Han surname and given name, a single Mongolian name, or a full name with dots.</summary>
internal sealed class NameTables
{
    private readonly WeightedNames _surnames;
    private readonly Dictionary<Sex, Names> _bySex;

    private NameTables(WeightedNames surnames, Dictionary<Sex, Names> bySex) => (_surnames, _bySex) = (surnames, bySex);

    public static NameTables Read()
    {
        var surnames = ReferenceFile.ReadRows("names/surnames.csv", row => (row.GetString("surname"), row.Parse<int>("count")));
        return new(new(surnames), new() { [Sex.Male] = Read("men", "m"), [Sex.Female] = Read("women", "f") });
    }

    /// <summary>Of a hundred persons 95 have a Han name, 4 a Mongolian one and 1 a dotted one.</summary>
    public string Draw(Sex sex, ref SplitMix64 random) => random.Next(100) switch
    {
        < 95 => _surnames.Draw(ref random) + _bySex[sex].Given.Draw(ref random),
        < 99 => _bySex[sex].Mongolian.Draw(ref random),
        _ => _bySex[sex].Dotted.Draw(ref random),
    };

    private static Names Read(string givenColumn, string gender) => new(
        new(ReferenceFile.ReadRows("names/given-names.csv", row => (row.GetString("given"), row.Parse<int>(givenColumn)))),
        new(ReferenceFile.ReadRows("names/mongolian-names.csv", row => (row.GetString("name"), Weight(row, gender)))),
        new(ReferenceFile.ReadRows("names/dotted-full-names.csv", row => (row.GetString("full_name"), Weight(row, gender)))));

    /// <summary>Names of u are used for both.</summary>
    private static int Weight(CsvReader row, string gender) => row.GetString("gender") == gender || row.GetString("gender") == "u" ? 1 : 0;

    private sealed record Names(WeightedNames Given, WeightedNames Mongolian, WeightedNames Dotted);
}
