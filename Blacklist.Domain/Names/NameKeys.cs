using System.Text;

namespace Blacklist.Domain.Names;

/// <summary>The forms of one name in which it is compared; each is worked out when it is asked for.</summary>
internal sealed class NameKeys
{
    public NameKeys(string normal)
    {
        var unified = Unified(normal);
        HasParts = unified.AsSpan().ContainsAny(NormalForm.Separator, ' ');
        Parts = HasParts ? unified.Split(NormalForm.Separator, ' ') : [unified];
        Compact = HasParts ? string.Concat(Parts) : unified;
        IsLatin = char.IsAscii(Compact[0]) && Ascii.IsValid(Compact);
    }

    /// <summary>The name without separators, in characters of the standard table.</summary>
    public string Compact { get; }

    public bool HasParts { get; }

    public bool IsLatin { get; }

    /// <summary>The parts between separators.</summary>
    public string[] Parts { get; }

    /// <summary>The characters of <see cref="Compact"/>.</summary>
    public Rune[] Runes => field ??= RunesOf(Compact);

    public int Length => Runes.Length;

    /// <summary>It has parts, or at least half of it is known elements of transliterated names.</summary>
    public bool IsForeign => HasParts || Spellings.KnownIn(Compact) * 2 >= Compact.Length;

    /// <summary>As a transliterated name is read.</summary>
    public TransliteratedName Transliterated => field ??= new TransliteratedName(this);

    /// <summary>Traditional and variant forms become the character of the 通用规范汉字表; nearly always nothing changes.</summary>
    private static string Unified(string normal)
    {
        StringBuilder? changed = null;
        var place = 0;
        foreach (var rune in normal.EnumerateRunes())
        {
            var variant = Characters.Unify(rune);
            if (variant != rune)
                changed ??= new StringBuilder(normal, 0, place, normal.Length + 1);
            changed?.Append(variant.ToString());
            place += rune.Utf16SequenceLength;
        }

        return changed?.ToString() ?? normal;
    }

    private static Rune[] RunesOf(string text)
    {
        var count = 0;
        foreach (var c in text)
            count += char.IsLowSurrogate(c) ? 0 : 1;
        var runes = new Rune[count];
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
            runes[place++] = rune;
        return runes;
    }
}
