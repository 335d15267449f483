using System.Text;
using Blacklist.Api.Demo;

namespace Blacklist.Tests.Benchmarks.MatchingQuality;

/// <summary>What clerks, scanners, input methods and time do to a name or a number. Null when a treatment cannot be applied.</summary>
internal static class Treatments
{
    private static readonly Dictionary<char, char> Traditional = Inverted("variants");
    private static readonly Dictionary<char, char> Compatible = Inverted("fold");
    private static readonly ILookup<string, char> BySound = Lines("pinyin").SelectMany(line => line[1], (line, c) => (line[0], c)).ToLookup(pair => pair.Item1, pair => pair.c);
    private static readonly Dictionary<char, string> FirstSound = Lines("pinyin").SelectMany(line => line[1], (line, c) => (c, line[0])).DistinctBy(pair => pair.c).ToDictionary();
    private static readonly string[][] Spellings = [.. Lines("spellings")];

    public static string? AsTraditional(string name, ref SplitMix64 random) => Replaced(name, Traditional);

    public static string? AsCompatibility(string name, ref SplitMix64 random) => Replaced(name, Compatible);

    public static string? WithBlanks(string name, ref SplitMix64 random) => name[..1] + "　" + name[1..] + " ";

    public static string? WithInvisible(string name, ref SplitMix64 random) => "\u202D" + name[..1] + "\u200B" + name[1..] + "\uFE00";

    public static string? WithMixedSurname(string name, ref SplitMix64 random) =>
        Lines("mixed-surnames").FirstOrDefault(pair => pair[0] == name[..1]) is { } pair ? pair[1] + name[1..] : null;

    public static string? WithAnotherDot(string name, ref SplitMix64 random) =>
        name.Contains('·', StringComparison.Ordinal) ? name.Replace('·', "•‧・.●"[random.Next(5)]) : null;

    public static string? WithoutDot(string name, ref SplitMix64 random) =>
        name.Contains('·', StringComparison.Ordinal) ? name.Replace("·", "", StringComparison.Ordinal) : null;

    public static string? Respelt(string name, ref SplitMix64 random)
    {
        foreach (var line in Spellings.Where(line => name.Contains(line[0], StringComparison.Ordinal)).OrderByDescending(line => line[0].Length))
        {
            if (line.Length > 1)
                return name.Replace(line[0], line[1 + random.Next(line.Length - 1)], StringComparison.Ordinal);
        }

        return null;
    }

    public static string? WithClanInitial(string name, ref SplitMix64 random) =>
        Spellings.Any(line => line[0] == name) ? (random.Next(2) == 0 ? "包·" : "奇") + name : null;

    public static string? WithoutFathersName(string name, ref SplitMix64 random) =>
        name.IndexOf('·', StringComparison.Ordinal) is var dot and > 1 ? name[..dot] : null;

    public static string? Homophone(string name, ref SplitMix64 random)
    {
        var place = 1 + random.Next(name.Length - 1);
        if (!FirstSound.TryGetValue(name[place], out var sound))
            return null;
        var same = BySound[sound].Where(c => c != name[place] && c < 0x9000).ToArray();
        return same.Length == 0 ? null : name[..place] + same[random.Next(same.Length)] + name[(place + 1)..];
    }

    public static string? OneCharacterWrong(string name, ref SplitMix64 random) =>
        name.Length < 3 || name.Contains('·', StringComparison.Ordinal) ? null : name[..^1] + "丁七东丘中丽主久义乐"[random.Next(10)];

    public static string? SurnameLast(string name, ref SplitMix64 random) =>
        name.Length is 2 or 3 && !Spellings.Any(line => line.Contains(name)) ? name[1..] + name[..1] : null;

    private static string? Replaced(string name, Dictionary<char, char> map)
    {
        var changed = string.Concat(name.Select(c => map.GetValueOrDefault(c, c)));
        return changed == name ? null : changed;
    }

    private static Dictionary<char, char> Inverted(string table) =>
        (from line in Lines(table)
         where line[0].Length == 1
         let source = line[1].EnumerateRunes().FirstOrDefault(rune => rune.IsBmp && rune.Value > 0x2E80)
         where source.Value > 0
         select (line[0][0], (char)source.Value)).ToDictionary();

    private static IEnumerable<string[]> Lines(string table) =>
        File.ReadLines(Path.Combine(Repository.Root, "Blacklist.Domain", "Names", "Tables", table + ".txt"), Encoding.UTF8)
            .Select(line => line.Split(' '));
}
