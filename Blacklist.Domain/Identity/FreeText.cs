using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>Words that a person typed and that an event will carry for ever: no control characters, and no identity number among them.</summary>
public static class FreeText
{
    public static readonly Refusal Empty = new("text_empty", "The text is empty.");

    public static readonly Refusal TooLong = new("text_too_long", "The text is longer than its field allows.");

    public static readonly Refusal Unprintable = new("text_unprintable", "The text contains control characters.");

    public static readonly Refusal HoldsIdentityNumber = new(
        "text_contains_identity_number", "The text contains a resident identity number; persons are named through their reference only.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Empty, TooLong, Unprintable, HoldsIdentityNumber];

    /// <summary>Documents whose numbers are digits alone, and so many that their check digit tells them from other numbers.</summary>
    private static readonly DocumentType[] OfDigits = [DocumentType.ResidentId, DocumentType.HkMacaoTaiwanResidencePermit, DocumentType.ForeignPermanentResidentCard];

    /// <summary>The text without surrounding white space, or why it cannot be kept.</summary>
    /// <param name="most">Characters (code points) allowed.</param>
    public static Parsed<string> Parse(string text, int most)
    {
        var trimmed = text.Trim();
        return trimmed switch
        {
            "" => Empty,
            _ when trimmed.EnumerateRunes().Count() > most => TooLong,
            _ when trimmed.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) => Unprintable,
            _ when MentionsIdentityNumber(trimmed) => HoldsIdentityNumber,
            _ => trimmed,
        };
    }

    /// <summary>Looks at every run of 15 or 18 digits, the last of which may be an X.</summary>
    private static bool MentionsIdentityNumber(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsDigit(text[end]))
            {
                end++;
            }

            var length = end - start;
            if (length == 17 && end < text.Length && "xX×Ｘｘ".Contains(text[end], StringComparison.Ordinal))
            {
                length = 18;
            }

            if (length is 15 or 18 && IsIdentityNumber(text.AsSpan(start, length)))
            {
                return true;
            }

            start = Math.Max(end, start + 1);
        }

        return false;
    }

    private static bool IsIdentityNumber(ReadOnlySpan<char> digits)
    {
        foreach (var type in OfDigits)
        {
            if (IdentityDocument.Parse(type, digits, issuingCountry: null, DateOnly.MaxValue).Value is not null)
            {
                return true;
            }
        }

        return false;
    }
}
