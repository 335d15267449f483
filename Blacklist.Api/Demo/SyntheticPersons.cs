using System.Globalization;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Demo;

/// <summary>A person who does not exist. Known without a number: <c>person with { Number = null }</c>.</summary>
/// <param name="Number">A resident number in region 70xxxx, which belongs to nobody.</param>
internal sealed record SyntheticPerson(string Name, string? Number, Sex Sex, DateOnly BirthDate);

/// <summary>
/// Invented persons with plausible names and well-formed numbers, as many as wanted. The same seed and index give the same person
/// everywhere, so a person can be named by an index instead of being kept.
/// </summary>
internal sealed class SyntheticPersons(NameTables names, ulong seed)
{
    /// <summary>How many persons of one seed have different numbers.</summary>
    public const int Capacity = Regions * SequencesOfOneSex;

    private const int Regions = 5000;
    private const int SequencesOfOneSex = 499;
    private const int FirstRegion = 700000;
    private const int FirstRegionOfNamesakes = FirstRegion + Regions;

    private static readonly DateOnly FirstBirthDate = new(1940, 1, 1);
    private static readonly int BirthDates = new DateOnly(2001, 1, 1).DayNumber - FirstBirthDate.DayNumber;

    public SyntheticPerson this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Capacity);
            var random = SplitMix64.At(seed, index);
            var sex = random.Next(2) == 0 ? Sex.Male : Sex.Female;
            var name = names.Draw(sex, ref random);
            return Person(name, sex, FirstBirthDate.AddDays(random.Next(BirthDates)), FirstRegion, index);
        }
    }

    /// <summary>Somebody else with the same name and sex: born on another day, under another number.</summary>
    public SyntheticPerson NamesakeOf(int index)
    {
        var person = this[index];
        var random = SplitMix64.At(~seed, index);
        var day = (person.BirthDate.DayNumber - FirstBirthDate.DayNumber + 1 + random.Next(BirthDates - 1)) % BirthDates;
        return Person(person.Name, person.Sex, FirstBirthDate.AddDays(day), FirstRegionOfNamesakes, index);
    }

    public IEnumerable<SyntheticPerson> Take(int count, int from = 0) => Enumerable.Range(from, count).Select(index => this[index]);

    /// <summary>No two indexes share both region and sequence, so numbers differ whatever the birth dates are.</summary>
    private static SyntheticPerson Person(string name, Sex sex, DateOnly born, int firstRegion, int index)
    {
        var sequence = (2 * (index / Regions)) + (sex == Sex.Male ? 1 : 2);
        Span<char> first17 = stackalloc char[17];
        first17.TryWrite(CultureInfo.InvariantCulture, $"{firstRegion + (index % Regions)}{born:yyyyMMdd}{sequence:000}", out _);
        return new(name, ResidentId.WithCheckDigit(first17), sex, born);
    }
}
