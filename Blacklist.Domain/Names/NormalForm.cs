using System.Globalization;
using System.Text;

namespace Blacklist.Domain.Names;

/// <summary>
/// What two writings of one name share. Full width, compatibility ideographs, radicals that look like characters and private-use
/// leftovers of GBK become the character meant; invisible and direction characters go; letters become capitals without diacritics;
/// whatever was typed between the parts of a name becomes U+00B7, the separator 民委发〔2016〕33号 prescribes.
/// Tables do it, not the platform: without ICU <c>string.Normalize</c> changes nothing outside ASCII.
/// </summary>
internal static class NormalForm
{
    public const char Separator = '·';

    private const int FirstEastAsian = 0x2E80;

    private enum Kind
    {
        Letter,
        Dot,
        Blank,
        Invisible,
        Unfit,
    }

    /// <summary>Null when a character cannot stand in a name.</summary>
    public static string? Of(string text)
    {
        if (IsPlain(text))
            return text;
        var normal = new StringBuilder(text.Length);
        var (dot, blank, lastIsSpaced) = (false, false, false);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var written, out var used) != System.Buffers.OperationStatus.Done)
                return null;
            rest = rest[used..];
            var rune = Characters.Fold(written);
            switch (KindOf(rune))
            {
                case Kind.Unfit:
                    return null;
                case Kind.Dot:
                    dot = true;
                    break;
                case Kind.Blank:
                    blank = true;
                    break;
                case Kind.Letter:
                    var isSpaced = rune.Value < FirstEastAsian;
                    if (normal.Length > 0 && (dot || blank))
                        AppendSeparator(normal, dot, lastIsSpaced && isSpaced);
                    normal.Append(Rune.ToUpperInvariant(rune).ToString());
                    (dot, blank, lastIsSpaced) = (false, false, isSpaced);
                    break;
            }
        }

        return normal.ToString();
    }

    // Nearly every name.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < (char)0x4E00 or > (char)0x9FFF || Characters.Fold(new Rune(c)).Value != c)
                return false;
        }

        return true;
    }

    // Scripts with spaces between words have no use for the dot; Chinese has none for the space.
    private static void AppendSeparator(StringBuilder normal, bool dot, bool betweenSpaced)
    {
        if (betweenSpaced)
            normal.Append(' ');
        else if (dot)
            normal.Append(Separator);
    }

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= 0x4E00 and <= 0x9FFF => Kind.Letter,
        0xB7 or 0x2022 or 0x2027 or 0x30FB or 0xFF65 or 0x2219 or 0x22C5 or 0x387 or 0xFF0E or '.' or 0x2E31 or 0x318D or 0x119E => Kind.Dot,
        0x16EB or 0x2024 or 0xFE52 or 0x3002 or 0x25CF or 0x3001 or '-' or 0xFF0D or 0x2010 or 0x2011 or 0x2013 or 0x2014 => Kind.Dot,
        '\'' or 0x2018 or 0x2019 or 0xFF07 or 0x02BC => Kind.Invisible,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 => Kind.Invisible,
        >= 0x300 and <= 0x36F or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x180B and <= 0x180F => Kind.Invisible,
        '\t' or '\n' or '\r' => Kind.Blank,
        0xFFFD => Kind.Unfit,
        _ => ByCategory(rune),
    };

    private static Kind ByCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => Kind.Letter,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => Kind.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Letter, // vowels of Tibetan and Uyghur scripts
        UnicodeCategory.PrivateUse => Kind.Letter, // rare characters of old household registers
        UnicodeCategory.OtherNotAssigned => IsNoncharacter(rune) ? Kind.Unfit : Kind.Letter, // ideographs newer than this runtime
        UnicodeCategory.OtherSymbol when rune.Value is >= 0x2E80 and <= 0x2FDF => Kind.Letter, // radicals that fold into nothing
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Kind.Blank,
        UnicodeCategory.Format => Kind.Invisible,
        _ => Kind.Unfit,
    };

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
