using System.Globalization;

namespace Blacklist.Api.Eligibility.Index.Packed;

/// <summary>Listing numbers, region–year–sequence, in eight bytes that stand in the same order as their text.</summary>
internal static class ListingNumbers
{
    private const int FirstYear = 1900;
    private const int Years = 256;
    private const int MostDigits = 9;

    /// <summary>Null for a number of another form.</summary>
    public static ulong? Pack(string number)
    {
        if (number is not [_, _, _, _, _, _, '-', _, _, _, _, '-', _, ..] || number.Length > 12 + MostDigits
            || !Digits(number.AsSpan(0, 6), out var region) || !Digits(number.AsSpan(7, 4), out var year) || !Digits(number.AsSpan(12), out var sequence)
            || year is < FirstYear or >= FirstYear + Years)
        {
            return null;
        }

        var digits = number.Length - 12;
        for (var missing = digits; missing < MostDigits; missing++)
        {
            sequence *= 10; // as text, 1000 stands before 999
        }

        return (((((ulong)region << 8) | (uint)(year - FirstYear)) << 30) | (uint)sequence) << 4 | (uint)digits;
    }

    public static string Read(ulong packed)
    {
        var digits = (int)(packed & 15);
        var sequence = (packed >> 4) & ((1 << 30) - 1);
        for (var missing = digits; missing < MostDigits; missing++)
        {
            sequence /= 10;
        }

        Span<char> text = stackalloc char[12 + digits];
        Write(text[..6], packed >> 42);
        text[6] = '-';
        Write(text[7..11], FirstYear + ((packed >> 34) & (Years - 1)));
        text[11] = '-';
        Write(text[12..], sequence);
        return new string(text);
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return !text.ContainsAnyExceptInRange('0', '9') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static void Write(Span<char> text, ulong value)
    {
        for (var place = text.Length - 1; place >= 0; place--, value /= 10)
        {
            text[place] = (char)('0' + (value % 10));
        }
    }
}
