using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>
/// The 18 places of GB 11643-1999, which the residence permits (2018) and the foreign permanent resident card (2023) share:
/// 6 of region, 8 of birth date, 3 of sequence (odd for men), 1 check character by ISO 7064 MOD 11-2.
/// </summary>
internal static class CitizenNumber
{
    public const int Length = 18;

    // The oldest bearers of 15-digit numbers were born in the 1800s.
    private const int FirstYear = 1800;

    private const string CheckCharacters = "10X98765432";

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Null when the 18 characters are a valid number.</summary>
    public static Refusal? Problem(ReadOnlySpan<char> number, DateOnly today, CitizenNumberRefusals refusals)
    {
        if (!DocumentText.AreDigits(number[..17]) || !(char.IsAsciiDigit(number[17]) || number[17] == 'X'))
            return refusals.Characters;
        if (BirthDate(number) is not { } born)
            return refusals.BirthDate;
        if (born > today)
            return refusals.BirthDateInFuture;
        return CheckCharacter(number[..17]) == number[17] ? null : refusals.CheckDigit;
    }

    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (first17[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    public static DateOnly? BirthDate(ReadOnlySpan<char> number)
    {
        var (year, month, day) = (Value(number[6..10]), Value(number[10..12]), Value(number[12..14]));
        return year >= FirstYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    public static Sex SexOf(ReadOnlySpan<char> number) => (number[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = (value * 10) + (digit - '0');
        return value;
    }
}

/// <summary>Each kind of document that uses the 18 places refuses in its own name.</summary>
internal sealed record CitizenNumberRefusals(Refusal Characters, Refusal BirthDate, Refusal BirthDateInFuture, Refusal CheckDigit);
