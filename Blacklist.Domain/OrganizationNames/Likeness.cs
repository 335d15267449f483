using System.Text;
using Blacklist.Domain.Names;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>How alike two texts are, 0 to 100: characters in the same order count, those that only sound alike count less.</summary>
internal static class Likeness
{
    private const int Equal = 10;
    private const int SameSound = 7;

    public static int Of(string one, string other) => Percent(one, other, Equal, 0);

    /// <summary>As <see cref="Of"/>, for text typed by ear.</summary>
    public static int BySound(string one, string other) => Percent(one, other, Equal, SameSound);

    /// <summary>How much of the shorter text is in the longer one.</summary>
    public static int Contained(string shorter, string longer) =>
        shorter.Length == 0 ? 0 : Common(Runes(shorter), Runes(longer), Equal, SameSound) * 100 / (Equal * Runes(shorter).Length);

    public static string SharedPart(string one, string other)
    {
        var (best, end) = (0, 0);
        var lengths = new int[other.Length + 1];
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = other.Length; j > 0; j--)
            {
                lengths[j] = one[i] == other[j - 1] ? lengths[j - 1] + 1 : 0;
                if (lengths[j] > best)
                    (best, end) = (lengths[j], i + 1);
            }
        }

        return one[(end - best)..end];
    }

    private static int Percent(string one, string other, int equal, int sound)
    {
        var (left, right) = (Runes(one), Runes(other));
        return left.Length + right.Length == 0 ? 0 : 2 * 100 * Common(left, right, equal, sound) / (equal * (left.Length + right.Length));
    }

    // Longest common subsequence, weighted.
    private static int Common(Rune[] one, Rune[] other, int equal, int sound)
    {
        var row = new int[other.Length + 1];
        foreach (var rune in one)
        {
            var diagonal = 0;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                var gain = rune == other[j - 1] ? equal : sound > 0 && Pinyin.ShareSound(rune, other[j - 1]) ? sound : 0;
                row[j] = Math.Max(Math.Max(above, row[j - 1]), diagonal + gain);
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static Rune[] Runes(string text) => [.. text.EnumerateRunes()];
}
