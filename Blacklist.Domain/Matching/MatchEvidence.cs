using Blacklist.Domain.Identity;
using Blacklist.Domain.Names;

namespace Blacklist.Domain.Matching;

/// <summary>What the documents of two persons say about each other.</summary>
public enum DocumentEvidence
{
    /// <summary>A number is the same and no other contradicts.</summary>
    Same,

    /// <summary>A number is the same, another of the same kind differs.</summary>
    Conflicting,

    /// <summary>Both have a lifelong number of the same kind, and it differs.</summary>
    Other,

    /// <summary>Only passports can be compared, and they differ.</summary>
    Weak,

    /// <summary>Nothing can be compared.</summary>
    Absent,
}

/// <summary>What two values say about each other when one may be unknown.</summary>
public enum Agreement
{
    Agrees,
    Differs,
    Unknown,
}

/// <summary>Everything that decides whether two descriptions mean one person.</summary>
public readonly record struct MatchEvidence(
    DocumentEvidence Documents, NameGrade Name, Agreement BirthDate, Agreement Sex, bool RegionAgrees)
{
    internal static DocumentEvidence Of(IReadOnlyList<IdentityDocument> one, IReadOnlyList<IdentityDocument> other)
    {
        var same = one.Any(document => other.Contains(document));
        // A person whose number was corrected has two of one kind: only a kind without any equal number tells apart.
        var apart = one.Any(document =>
            other.Any(document.TellsApartFrom) && !one.Any(held => held.IsOfSeriesOf(document) && other.Contains(held)));
        if (same || apart)
            return !apart ? DocumentEvidence.Same : same ? DocumentEvidence.Conflicting : DocumentEvidence.Other;
        return one.Any(document => document.IsWeak && other.Any(held => held.Type == document.Type))
            ? DocumentEvidence.Weak
            : DocumentEvidence.Absent;
    }

    /// <summary>A year that differs contradicts; an equal one supports nothing, thousands share it.</summary>
    internal static Agreement OfBirth(PersonIdentity one, PersonIdentity other)
    {
        var byDate = Of(one.KnownBirthDates, other.KnownBirthDates);
        return byDate == Agreement.Unknown && Of(Years(one), Years(other)) == Agreement.Differs ? Agreement.Differs : byDate;

        static IEnumerable<int> Years(PersonIdentity person) =>
            person.KnownBirthDates.Select(date => date.Year).DefaultIfEmpty(person.BirthYear ?? 0).Where(year => year > 0);
    }

    internal static Agreement Of<T>(IEnumerable<T> one, IEnumerable<T> other)
    {
        var (left, right) = (one.ToList(), other.ToList());
        return left.Count == 0 || right.Count == 0 ? Agreement.Unknown : left.Exists(right.Contains) ? Agreement.Agrees : Agreement.Differs;
    }
}
