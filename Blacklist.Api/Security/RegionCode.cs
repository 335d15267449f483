namespace Blacklist.Api.Security;

/// <summary>Region codes as rights: GB/T 2260, two digits a level. The zeros at the end of a code stand for everything below.</summary>
internal static class RegionCode
{
    /// <summary>The whole country: the same rule with nothing before the zeros.</summary>
    public const string Nationwide = "000000";

    private const int Length = 6;
    private const int DigitsPerLevel = 2;

    public static bool IsWellFormed(string? code) => code is { Length: Length } && code.All(char.IsAsciiDigit);

    /// <summary>150600 covers 150600 and 1506xx; 150000 covers 15xxxx; what is no code covers nothing and is covered by nobody.</summary>
    public static bool Covers(string outer, string inner) =>
        IsWellFormed(outer) && IsWellFormed(inner) && inner.AsSpan().StartsWith(Prefix(outer));

    private static ReadOnlySpan<char> Prefix(string code)
    {
        var length = Length;
        while (length > 0 && code.AsSpan(length - DigitsPerLevel, DigitsPerLevel) is "00")
            length -= DigitsPerLevel;
        return code.AsSpan(0, length);
    }
}
