using Blacklist.Api.CommandLine;
using Blacklist.Api.Demo;
using Blacklist.Api.Imports;

namespace Blacklist.Tests.Benchmarks.Registers;

/// <summary>Who is listed in a measured register, by index, and who asks without being listed. One seed has numbers for half of five million.</summary>
internal static class InventedPersons
{
    private const int OfOneSeed = SyntheticPersons.Capacity / SyntheticCases.PersonsPerCase * SyntheticCases.PersonsPerCase;
    private const int FirstUnlisted = 1_500_000;
    private const string AskingRegion = "150602";

    private static readonly NameTables Names = NameTables.Read();
    private static readonly SyntheticPersons[] Seeds = [.. Enumerable.Range(0, 4).Select(seed => new SyntheticPersons(Names, LoadCommand.Seed + (ulong)seed))];

    public static SyntheticPerson Listed(int index) => Seeds[index / OfOneSeed][index % OfOneSeed];

    /// <summary>Of another number than everybody listed; of the same name as some.</summary>
    public static SyntheticPerson Unlisted(int index) => Seeds[0].NamesakeOf(FirstUnlisted + index);

    /// <summary>Listed persons who are restricted where the questions come from, spread over the register.</summary>
    public static IReadOnlyList<SyntheticPerson> Barred(int listings, int most)
    {
        var barred = Enumerable.Range(0, listings)
            .Where(index => SyntheticCases.RegionOf(index % OfOneSeed).Value == AskingRegion && SyntheticCases.HasNumber(index % OfOneSeed)).ToList();
        return [.. barred.Chunk(Math.Max(1, barred.Count / most)).Select(some => Listed(some[0])).Take(most)];
    }

    /// <summary>The cases that list the persons of these indexes.</summary>
    public static IEnumerable<ImportedCase> Cases(int from, int to)
    {
        for (var next = from; next < to;)
        {
            var within = Math.Min(to - next, OfOneSeed - (next % OfOneSeed));
            foreach (var one in new SyntheticCases(Seeds[next / OfOneSeed]).List(within, from: next % OfOneSeed))
            {
                yield return one;
            }

            next += within;
        }
    }
}
