using System.Text;
using Blacklist.Domain.Names.Tables;

namespace Blacklist.Domain.Names;

/// <summary>Names of other languages in Chinese characters: which elements are one name, and how such a name sounds.</summary>
internal static class Spellings
{
    private const int LongestWord = 6;

    private static readonly Dictionary<string, string> Elements = Joined(NameTable.Lines("names/spellings"));
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ElementAt =
        Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<char> ElementBeginnings = [.. Elements.Keys.Select(element => element[0])];

    private static readonly CharacterMap Sounds = new(
        from line in NameTable.Lines("names/sound-classes")
        from rune in line[0].EnumerateRunes()
        select (rune, Rune.GetRuneAt(line[0], 0)));

    private static readonly HashSet<string> Clans = [.. NameTable.Lines("names/clan-initials").SelectMany(words => words)];

    /// <summary>The clan, or the Han surname used for it.</summary>
    public static bool IsClan(string part) => Clans.Contains(part);

    /// <summary>How many characters belong to known elements.</summary>
    public static int KnownIn(ReadOnlySpan<char> text)
    {
        var known = 0;
        while (!text.IsEmpty)
        {
            var length = LongestElement(text);
            known += length;
            text = text[Math.Max(1, length)..];
        }

        return known;
    }

    /// <summary>Known elements replaced by the one that stands for them, other characters by the one of their sound.</summary>
    public static string Key(ReadOnlySpan<char> part)
    {
        var key = new StringBuilder(part.Length);
        while (!part.IsEmpty)
        {
            var length = LongestElement(part);
            if (length > 0)
            {
                key.Append(ElementAt[part[..length]]);
            }
            else
            {
                Rune.DecodeFromUtf16(part, out var rune, out length);
                key.Append(Sounds[rune].ToString());
            }

            part = part[length..];
        }

        return key.ToString();
    }

    private static int LongestElement(ReadOnlySpan<char> text)
    {
        if (!ElementBeginnings.Contains(text[0]))
            return 0;
        var length = Math.Min(LongestWord, text.Length);
        while (length > 1 && !ElementAt.ContainsKey(text[..length]))
            length--;
        return length > 1 ? length : 0;
    }

    // A spelling may stand in several lines; all of them are then one name.
    private static Dictionary<string, string> Joined(IEnumerable<string[]> lines)
    {
        var chosen = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var name = line.Select(word => chosen.GetValueOrDefault(word)).FirstOrDefault(found => found is not null) ?? line[0];
            foreach (var word in line)
                chosen.TryAdd(word, name);
        }

        return chosen;
    }
}
