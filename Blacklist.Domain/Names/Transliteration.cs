namespace Blacklist.Domain.Names;

/// <summary>Compares names of other languages in Chinese characters: spelling, clan initial, father's name.</summary>
internal static class Transliteration
{
    public static NameMatch? Compare(NameKeys one, NameKeys other)
    {
        if (one.IsLatin || other.IsLatin || (!one.IsForeign && !other.IsForeign))
            return null;
        var (left, right) = (one.Transliterated, other.Transliterated);
        if (left.Whole == right.Whole)
            return Match(NameReason.Spelling);
        if (DifferByClan(left, right))
            return Match(NameReason.ClanInitial);
        return DifferByFather(left.Parts, right.Parts) ? Match(NameReason.FathersName) : null;
    }

    private static bool DifferByClan(TransliteratedName one, TransliteratedName other) =>
        one.WithoutClan is not null && (one.WithoutClan == other.Whole || one.WithoutClan == other.WithoutClan)
        || other.WithoutClan is not null && other.WithoutClan == one.Whole;

    private static bool DifferByFather(string[] one, string[] other) =>
        one.Length != other.Length
        && Math.Min(one[0].Length, other[0].Length) > 1
        && one.Zip(other).All(pair => pair.First == pair.Second);

    private static NameMatch Match(NameReason reason) => new(NameGrade.TransliterationSpelling, reason);
}
