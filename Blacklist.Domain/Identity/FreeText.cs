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

            if (length is 15 or 18
                && IdentityDocument.Parse(DocumentType.ResidentId, text.AsSpan(start, length), issuingCountry: null, DateOnly.MaxValue).Value is not null)
            {
                return true;
            }

            start = Math.Max(end, start + 1);
        }

        return false;
    }
}
