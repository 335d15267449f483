using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>What a rule is called for ever: it appears in answers.</summary>
public static class RuleId
{
    public static readonly Refusal Format =
        new("rule_id_format", "A rule's id is 3 to 60 lower-case letters, digits and single hyphens, such as charity-law-16-3.");

    public static Parsed<string> Parse(string text) =>
        text.Length is >= 3 and <= 60 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
            ? text
            : Format;
}
