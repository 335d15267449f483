using Blacklist.Domain.Identity;

namespace Blacklist.Domain.Matching;

/// <summary>What is known of a person's birth and sex. Where no document can be compared, a contradiction there says that a name means somebody else.</summary>
public sealed class Particulars(PersonIdentity person)
{
    private readonly DateOnly[] _births = [.. person.KnownBirthDates];
    private readonly int[] _years = [.. person.KnownBirthDates.Select(date => date.Year).DefaultIfEmpty(person.BirthYear ?? 0).Where(year => year > 0)];
    private readonly Sex[] _sexes = [.. person.KnownSexes];

    /// <summary>In no order.</summary>
    public IReadOnlyList<DateOnly> BirthDates => _births;

    /// <summary>As <see cref="MatchTable"/> reads a birth date or a sex that differs.</summary>
    /// <param name="birthYear">Not looked at when there is a date.</param>
    public bool Contradict(DateOnly? birthDate, int? birthYear, Sex? sex)
    {
        if (sex is { } other && _sexes.Length > 0 && !_sexes.Contains(other))
            return true;
        if (birthDate is { } born && _births.Length > 0)
            return !_births.Contains(born);
        return (birthDate?.Year ?? birthYear) is { } year && _years.Length > 0 && !_years.Contains(year);
    }
}
