using System.Collections.Frozen;
using System.Text;
using Blacklist.Domain.Names.Tables;

namespace Blacklist.Domain.Names;

/// <summary>The sounds a character may have in a name, without tones.</summary>
internal static class Pinyin
{
    private static readonly string[][] Table = [.. NameTable.Lines("names/pinyin")];
    private static readonly string[] Syllables = [.. Table.Select(line => Sound.Folded(line[0].ToUpperInvariant()))];
    private static readonly FrozenDictionary<int, ushort[]> Readings = Read();

    /// <summary>Numbers of syllables; empty for a character without a known sound.</summary>
    public static ReadOnlySpan<ushort> Of(Rune rune) => Readings.TryGetValue(rune.Value, out var sounds) ? sounds : [];

    /// <summary>The syllable in capitals, as <see cref="Sound.Folded"/> leaves them.</summary>
    public static string Letters(ushort syllable) => Syllables[syllable];

    public static bool ShareSound(Rune one, Rune other) => one == other || Of(one).ContainsAny(Of(other));

    private static FrozenDictionary<int, ushort[]> Read()
    {
        var sounds =
            from entry in Table.Index()
            from rune in entry.Item[1].EnumerateRunes()
            group (ushort)entry.Index by rune.Value;
        return sounds.ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }
}
