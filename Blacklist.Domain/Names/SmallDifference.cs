using System.Text;

namespace Blacklist.Domain.Names;

/// <summary>Finds slips: one character, a surname that looks alike, parts in another order.</summary>
internal static class SmallDifference
{
    /// <summary>In shorter names one character is half of the name: 张三 and 张四 have nothing to do with each other.</summary>
    public const int ShortestForOneCharacter = 3;

    public const int ShortestLatin = 6;

    private static readonly NameMatch Lookalike = new(NameGrade.OneCharacterApart, NameReason.SurnameLookalike);
    private static readonly NameMatch OneCharacter = new(NameGrade.OneCharacterApart, NameReason.OneCharacter);
    private static readonly NameMatch Swapped = new(NameGrade.OrderSwapped, NameReason.Order);

    public static NameMatch? Compare(NameKeys one, NameKeys other) =>
        IsLookalikeSurname(one.Runes, other.Runes) ? Lookalike
        : IsOneApart(one, other) ? OneCharacter
        : null;

    public static NameMatch? CompareOrder(NameKeys one, NameKeys other) => IsSwapped(one, other) ? Swapped : null;

    private static bool IsLookalikeSurname(Rune[] one, Rune[] other) =>
        one.Length == other.Length && one.Length > 1 && one.AsSpan(1).SequenceEqual(other.AsSpan(1)) && Surnames.LookAlike(one[0], other[0]);

    private static bool IsOneApart(NameKeys one, NameKeys other)
    {
        if (one.IsLatin != other.IsLatin || Math.Min(one.Length, other.Length) < (one.IsLatin ? ShortestLatin : ShortestForOneCharacter))
            return false;
        ReadOnlySpan<Rune> shorter = one.Length <= other.Length ? one.Runes : other.Runes;
        ReadOnlySpan<Rune> longer = one.Length <= other.Length ? other.Runes : one.Runes;
        var equal = shorter.CommonPrefixLength(longer);
        return (longer.Length - shorter.Length) switch
        {
            0 => shorter[(equal + 1)..].SequenceEqual(longer[(equal + 1)..]),
            1 => shorter[equal..].SequenceEqual(longer[(equal + 1)..]),
            _ => false,
        };
    }

    private static bool IsSwapped(NameKeys one, NameKeys other)
    {
        if (one.Length != other.Length)
            return false;
        if (one.Parts.Length > 1 && one.Parts.Length == other.Parts.Length)
            return one.Parts.Order(StringComparer.Ordinal).SequenceEqual(other.Parts.Order(StringComparer.Ordinal));
        return !one.IsLatin && (IsRotated(one, other) || IsRotated(other, one));
    }

    // The surname written last; who types may not know that it has two characters.
    private static bool IsRotated(NameKeys right, NameKeys rotated) =>
        IsRotated(right, rotated, 1) || (Surnames.LengthOf(right.Compact) == 2 && IsRotated(right, rotated, 2));

    private static bool IsRotated(NameKeys right, NameKeys rotated, int surname) =>
        right.Length > surname
            && right.Runes.AsSpan(surname).SequenceEqual(rotated.Runes.AsSpan(0, right.Length - surname))
            && right.Runes.AsSpan(0, surname).SequenceEqual(rotated.Runes.AsSpan(right.Length - surname));
}
