namespace Blacklist.Domain.Identity;

/// <summary>Makes one writing of the many in which people, scanners and spreadsheets pass on a document number.</summary>
internal static class DocumentText
{
    /// <summary>Longer than any number; one more character is enough to refuse the length.</summary>
    public const int Capacity = 33;

    /// <summary>
    /// Full width becomes ASCII, letters become capitals, what looks like the X of the check digit becomes X;
    /// spaces, hyphens of all kinds, parentheses and invisible characters are left out. Anything else stays, to be refused.
    /// </summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var written in text)
        {
            var c = Fold(written);
            if (c == '\0')
                continue;
            if (length == buffer.Length)
                break;
            buffer[length++] = c;
        }

        return buffer[..length];
    }

    public static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    public static bool AreLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('A', 'Z');

    private static char Fold(char c) => c switch
    {
        >= '0' and <= '9' or >= 'A' and <= 'Z' => c,
        >= 'a' and <= 'z' => (char)(c - 'a' + 'A'),
        >= '\uFF01' and <= '\uFF5E' => Fold((char)(c - 0xFEE0)),
        '\u2169' or '\u2179' => 'X', // the Roman numeral GB 11643 speaks of
        '\u00D7' or '\u0425' or '\u0445' => 'X', // multiplication sign, Cyrillic Ha
        '-' or '(' or ')' or '_' or '.' or '\u00B7' => '\0',
        '\u00AD' or '\uFEFF' or '\u180E' or '\u2212' or '\uFE58' or '\uFE63' or '\u3000' or '\u30FC' => '\0',
        >= '\u2000' and <= '\u2015' or >= '\u2028' and <= '\u202F' or >= '\u205F' and <= '\u206F' => '\0',
        '\0' => '\uFFFD', // a NUL is no separator
        _ => char.IsWhiteSpace(c) ? '\0' : c,
    };
}
