using Blacklist.Domain.Identity;

namespace Blacklist.Domain.Names;

/// <summary>Says how near two names are, and why. Pure, symmetric, and from tables alone.</summary>
public static class NameComparison
{
    private static readonly NameMatch Equal = new(NameGrade.Same, NameReason.Equal);
    private static readonly NameMatch Nothing = new(NameGrade.Different, NameReason.Nothing);

    /// <summary>The best grade over the name on file and the former names and aliases beside it.</summary>
    public static NameMatch Compare(PersonIdentity given, PersonIdentity onFile)
    {
        var best = Compare(given.Name, onFile.Name);
        if (given.OtherNames.Count + onFile.OtherNames.Count == 0)
            return best;
        foreach (var (one, other) in OtherPairs(given, onFile))
        {
            var match = Compare(one, other);
            if (match.Grade.IsCompatible())
                match = new NameMatch(NameGrade.FormerName, [NameReason.OtherNameOnFile, .. match.Reasons]);
            if (match.Grade < best.Grade)
                best = match;
        }

        return best;
    }

    public static NameMatch Compare(PersonName given, PersonName onFile) =>
        given.Normal == onFile.Normal ? Equal : Compare(given.Normal, new NameKeys(given.Normal), onFile.Normal);

    /// <summary>For many names on file: the keys of the given name are worked out once.</summary>
    internal static NameMatch Compare(string given, NameKeys keys, string onFile)
    {
        if (given == onFile)
            return Equal;
        var other = new NameKeys(onFile);
        return VariantForm(given, keys, onFile, other)
            ?? MixedSurname(keys, other)
            ?? Transliteration.Compare(keys, other)
            ?? SmallDifference.CompareOrder(keys, other)
            ?? Sound.Compare(keys, other)
            ?? SmallDifference.Compare(keys, other)
            ?? Nothing;
    }

    private static IEnumerable<(PersonName, PersonName)> OtherPairs(PersonIdentity given, PersonIdentity onFile) =>
        from one in given.OtherNames.Prepend(given.Name)
        from other in onFile.OtherNames.Prepend(onFile.Name)
        where !ReferenceEquals(one, given.Name) || !ReferenceEquals(other, onFile.Name)
        select (one, other);

    private static NameMatch? VariantForm(string given, NameKeys one, string onFile, NameKeys other)
    {
        if (one.Compact != other.Compact)
            return null;
        List<NameReason> reasons = [];
        if (one.Parts.Length != other.Parts.Length)
            reasons.Add(NameReason.SeparatorDiffers);
        if (Letters(given) != Letters(onFile))
            reasons.Add(NameReason.VariantCharacters);
        return new NameMatch(NameGrade.VariantForm, reasons);
    }

    private static string Letters(string normal) => string.Concat(normal.Where(c => c is not (NormalForm.Separator or ' ')));

    private static NameMatch? MixedSurname(NameKeys one, NameKeys other) =>
        one.Length == other.Length && one.Length > 1 && one.Runes.AsSpan(1).SequenceEqual(other.Runes.AsSpan(1))
        && Surnames.AreMixed(one.Runes[0], other.Runes[0])
            ? new NameMatch(NameGrade.MixedSurname, NameReason.SurnameMixed)
            : null;
}
