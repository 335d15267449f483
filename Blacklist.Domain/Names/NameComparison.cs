using Blacklist.Domain.Identity;

namespace Blacklist.Domain.Names;

/// <summary>Says how near two names are, and why. Pure, symmetric, and from tables alone.</summary>
public static class NameComparison
{
    /// <summary>The best grade over the name on file and the former names and aliases beside it.</summary>
    public static NameMatch Compare(PersonIdentity given, PersonIdentity onFile)
    {
        var best = Compare(given.Name, onFile.Name);
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

    public static NameMatch Compare(PersonName given, PersonName onFile)
    {
        if (given.Normal == onFile.Normal)
            return new NameMatch(NameGrade.Same, NameReason.Equal);
        var (one, other) = (given.Keys, onFile.Keys);
        return VariantForm(one, other, given, onFile)
            ?? MixedSurname(one, other)
            ?? Transliteration.Compare(one, other)
            ?? Sound.Compare(one, other)
            ?? SmallDifference.Compare(one, other)
            ?? new NameMatch(NameGrade.Different, NameReason.Nothing);
    }

    private static IEnumerable<(PersonName, PersonName)> OtherPairs(PersonIdentity given, PersonIdentity onFile) =>
        from one in given.OtherNames.Prepend(given.Name)
        from other in onFile.OtherNames.Prepend(onFile.Name)
        where !ReferenceEquals(one, given.Name) || !ReferenceEquals(other, onFile.Name)
        select (one, other);

    private static NameMatch? VariantForm(NameKeys one, NameKeys other, PersonName given, PersonName onFile)
    {
        if (one.Compact != other.Compact)
            return null;
        var separators = one.Parts.Length != other.Parts.Length;
        var characters = Letters(given) != Letters(onFile);
        return new NameMatch(
            NameGrade.VariantForm,
            [.. separators ? [NameReason.SeparatorDiffers] : (NameReason[])[], .. characters || !separators ? [NameReason.VariantCharacters] : (NameReason[])[]]);

        static string Letters(PersonName name) => name.Normal.Replace("·", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    private static NameMatch? MixedSurname(NameKeys one, NameKeys other) =>
        one.Length == other.Length && one.Length > 1 && one.Runes.AsSpan(1).SequenceEqual(other.Runes.AsSpan(1))
        && Surnames.AreMixed(one.Runes[0], other.Runes[0])
            ? new NameMatch(NameGrade.MixedSurname, NameReason.SurnameMixed)
            : null;
}
