using System.Text;

namespace Blacklist.Domain.Names;

/// <summary>Finds other characters of the same sound, and the sound in the Latin letters of a passport.</summary>
internal static class Sound
{
    private static readonly NameMatch SameSound = new(NameGrade.SamePinyin, NameReason.SameSound);
    private static readonly NameMatch LatinSound = new(NameGrade.SamePinyin, NameReason.LatinSound);

    /// <summary>ü is written YU, U or V: all become U, and so does every other yu.</summary>
    public static string Folded(string letters) => letters.Replace("YU", "U", StringComparison.Ordinal).Replace('V', 'U');

    public static NameMatch? Compare(NameKeys one, NameKeys other)
    {
        if (one.IsLatin && other.IsLatin)
            return null;
        if (one.IsLatin || other.IsLatin)
        {
            var (letters, characters) = one.IsLatin ? (one, other) : (other, one);
            return IsSpelt(letters, characters) ? LatinSound : null;
        }

        return SoundAlike(one.Runes, other.Runes) ? SameSound : null;
    }

    private static bool SoundAlike(Rune[] one, Rune[] other)
    {
        if (one.Length != other.Length || one.Length < 2)
            return false;
        for (var i = 0; i < one.Length; i++)
        {
            if (!Pinyin.ShareSound(one[i], other[i]))
                return false;
        }

        return true;
    }

    // Surname first as in Chinese, or last as in English.
    private static bool IsSpelt(NameKeys letters, NameKeys characters)
    {
        var written = Folded(letters.Compact);
        var surname = Surnames.LengthOf(characters.Compact);
        return characters.Length > 1
            && (Spells(written, characters.Runes) || Spells(written, [.. characters.Runes[surname..], .. characters.Runes[..surname]]));
    }

    private static bool Spells(ReadOnlySpan<char> letters, ReadOnlySpan<Rune> runes)
    {
        if (runes.IsEmpty)
            return letters.IsEmpty;
        foreach (var syllable in Pinyin.Of(runes[0]))
        {
            var sound = Pinyin.Letters(syllable);
            if (letters.StartsWith(sound) && Spells(letters[sound.Length..], runes[1..]))
                return true;
        }

        return false;
    }
}
