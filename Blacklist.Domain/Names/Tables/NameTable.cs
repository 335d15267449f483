using System.Text;

namespace Blacklist.Domain.Names.Tables;

/// <summary>Reads the text tables that are part of this assembly (<c>Tables/README.md</c> says where they come from).</summary>
internal static class NameTable
{
    /// <summary>The table's lines, each split at its blanks.</summary>
    public static IEnumerable<string[]> Lines(string name)
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no table {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line.Split(' ');
    }

    /// <summary>Lines of a target and the characters that become it.</summary>
    public static CharacterMap CharacterMap(string name) => new(
        from line in Lines(name)
        from source in line[1].EnumerateRunes()
        select (source, Rune.GetRuneAt(line[0], 0)));

    /// <summary>Lines of words that count as one; the first stands for all.</summary>
    public static Dictionary<string, string> Groups(string name) =>
        (from line in Lines(name)
         from word in line
         select (word, line[0])).DistinctBy(pair => pair.word).ToDictionary();
}
