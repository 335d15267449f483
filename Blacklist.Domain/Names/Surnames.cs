using System.Text;
using Blacklist.Domain.Names.Tables;

namespace Blacklist.Domain.Names;

/// <summary>What is particular to surnames.</summary>
internal static class Surnames
{
    private static readonly Dictionary<string, string> Mixed = NameTable.Groups("names/mixed-surnames");
    private static readonly Dictionary<string, string> Lookalike = NameTable.Groups("names/lookalike-surnames");
    private static readonly HashSet<string> Compound = [.. NameTable.Lines("names/compound-surnames").Select(line => line[0])];

    public static bool AreMixed(Rune one, Rune other) => AreGrouped(Mixed, one, other);

    public static bool LookAlike(Rune one, Rune other) => AreGrouped(Lookalike, one, other);

    /// <summary>The character that stands for all surnames mixed up with this one.</summary>
    public static string Representative(Rune surname) =>
        Mixed.GetValueOrDefault(surname.ToString()) ?? Lookalike.GetValueOrDefault(surname.ToString()) ?? surname.ToString();

    /// <summary>Characters of the name that are its surname.</summary>
    public static int LengthOf(string compact) => compact.Length > 2 && Compound.Contains(compact[..2]) ? 2 : 1;

    private static bool AreGrouped(Dictionary<string, string> groups, Rune one, Rune other) =>
        groups.TryGetValue(one.ToString(), out var group) && groups.TryGetValue(other.ToString(), out var same) && group == same;
}
