using Blacklist.Domain.Identity;

namespace Blacklist.Domain.Matching;

/// <summary>What is known of a person's birth and sex. Where no document can be compared, a contradiction there says that a name means somebody else.</summary>
public sealed class Particulars(PersonIdentity person)
{
    /// <summary>In no order.</summary>
    public IReadOnlyList<DateOnly> BirthDates => Births;

    // Worked out when somebody looks: where a document can be compared nobody does.
    private DateOnly[] Births => field ??= [.. person.KnownBirthDates];

    private int[] Years => field ??= [.. Births.Select(date => date.Year).DefaultIfEmpty(person.BirthYear ?? 0).Where(year => year > 0)];

    private Sex[] Sexes => field ??= [.. person.KnownSexes];

    /// <summary>As <see cref="MatchTable"/> reads a birth date or a sex that differs.</summary>
    /// <param name="birthYear">Not looked at when there is a date.</param>
    public bool Contradict(DateOnly? birthDate, int? birthYear, Sex? sex)
    {
        if (sex is { } other && Sexes.Length > 0 && !Sexes.Contains(other))
            return true;
        if (birthDate is { } born && Births.Length > 0)
            return !Births.Contains(born);
        return (birthDate?.Year ?? birthYear) is { } year && Years.Length > 0 && !Years.Contains(year);
    }
}
