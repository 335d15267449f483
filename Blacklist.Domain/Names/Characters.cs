using System.Text;
using Blacklist.Domain.Names.Tables;

namespace Blacklist.Domain.Names;

/// <summary>The character meant by one that was typed.</summary>
internal static class Characters
{
    private static readonly CharacterMap Folds = NameTable.CharacterMap("names/fold");
    private static readonly CharacterMap Variants = NameTable.CharacterMap("names/variants");

    /// <summary>Full width, compatibility forms, radicals, private-use leftovers: another way to type the same character.</summary>
    public static Rune Fold(Rune rune) => Folds[rune];

    /// <summary>Traditional and variant forms: another way to write it. The result stands in the 通用规范汉字表 (2013).</summary>
    public static Rune Unify(Rune rune) => Variants[rune];
}
