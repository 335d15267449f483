namespace Blacklist.Domain.Names;

/// <summary>Compares names of other languages in Chinese characters: spelling, clan initial, father's name.</summary>
internal static class Transliteration
{
    public static NameMatch? Compare(NameKeys one, NameKeys other)
    {
        if (one.IsLatin || other.IsLatin)
            return null;
        var (left, right) = (Reading.Of(one), Reading.Of(other));
        if (!left.IsForeign && !right.IsForeign)
            return null;
        if (left.Whole == right.Whole)
            return Match(NameReason.Spelling);
        if (left.WithoutClan is { } bare && bare == right.Whole || right.WithoutClan is { } bareToo && bareToo == left.Whole
            || left.WithoutClan is { } both && both == right.WithoutClan)
            return Match(NameReason.ClanInitial);
        return left.Keys.Length != right.Keys.Length && Math.Min(left.Keys[0].Length, right.Keys[0].Length) > 1
            && left.Keys.Zip(right.Keys).All(pair => pair.First == pair.Second)
                ? Match(NameReason.FathersName)
                : null;
    }

    private static NameMatch Match(NameReason reason) => new(NameGrade.TransliterationSpelling, reason);

    /// <param name="Keys">Of each part.</param>
    /// <param name="IsForeign">Half of its characters at least belong to known elements, or it has parts.</param>
    /// <param name="WithoutClan">The rest when the name begins with a clan or its initial; else null.</param>
    private readonly record struct Reading(string[] Keys, string Whole, bool IsForeign, string? WithoutClan)
    {
        public static Reading Of(NameKeys name)
        {
            var keys = new string[name.Parts.Length];
            var known = 0;
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = Spellings.Key(name.Parts[i], out var inPart);
                known += inPart;
            }

            var isForeign = name.Parts.Length > 1 || known * 2 >= name.Length;
            return new Reading(keys, Spellings.Key(name.Compact, out _), isForeign, Bare(name));
        }

        // Only before a name made of known elements: 包巴特尔, not 包青天.
        private static string? Bare(NameKeys name)
        {
            if (name.Parts.Length > 1 && Spellings.IsClan(name.Parts[0]))
                return Spellings.Key(string.Concat(name.Parts[1..]), out _);
            if (name.Parts.Length > 1 || name.Compact.Length < 3 || !Spellings.IsClan(name.Compact[..1]))
                return null;
            var rest = name.Compact.AsSpan(1);
            var key = Spellings.Key(rest, out var known);
            return known == rest.Length ? key : null;
        }
    }
}
