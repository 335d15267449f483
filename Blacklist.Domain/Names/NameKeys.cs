using System.Text;

namespace Blacklist.Domain.Names;

/// <summary>The forms of one name in which it is compared.</summary>
internal sealed class NameKeys
{
    private static readonly CharacterMap Variants = NameTable.CharacterMap("variants");

    public NameKeys(string normal)
    {
        Parts = [.. normal.Split(NormalForm.Separator, ' ').Where(part => part.Length > 0).Select(Unified)];
        Compact = string.Concat(Parts);
        Runes = [.. Compact.EnumerateRunes()];
        IsLatin = Runes.All(rune => rune.IsAscii);
    }

    /// <summary>The parts between separators, in characters of the standard table.</summary>
    public string[] Parts { get; }

    /// <summary>The parts without separators.</summary>
    public string Compact { get; }

    /// <summary>The characters of <see cref="Compact"/>.</summary>
    public Rune[] Runes { get; }

    public bool IsLatin { get; }

    public int Length => Runes.Length;

    /// <summary>Traditional and variant forms become the character of the 通用规范汉字表.</summary>
    private static string Unified(string part)
    {
        var unified = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
            unified.Append(Variants[rune].ToString());
        return unified.ToString();
    }
}
