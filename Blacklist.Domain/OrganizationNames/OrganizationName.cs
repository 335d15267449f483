using System.Text;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Names;

namespace Blacklist.Domain.OrganizationNames;

/// <summary>An organization's name as given, with its normal form: letters and digits only, in the characters of the standard table.</summary>
public sealed record OrganizationName
{
    public static readonly Refusal Empty = new("organization_name_empty", "The organization name is empty.");
    public static readonly Refusal TooLong = new("organization_name_too_long", "The organization name has more than 200 characters.");
    public static readonly Refusal BrokenText = new("organization_name_characters", "The organization name has control or half characters.");

    private const int Longest = 200;

    private OrganizationName(string original, string normal)
    {
        (Original, Normal) = (original, normal);
        Anatomy = new OrganizationNameAnatomy(normal);
    }

    public string Original { get; }

    public string Normal { get; }

    internal OrganizationNameAnatomy Anatomy { get; }

    public static Parsed<OrganizationName> Parse(string text)
    {
        if (text.Length > Longest)
            return TooLong;
        var normal = new StringBuilder(text.Length);
        Span<char> upper = stackalloc char[2];
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var written, out var used) != System.Buffers.OperationStatus.Done || Rune.IsControl(written))
                return BrokenText;
            rest = rest[used..];
            var rune = Characters.Unify(Characters.Fold(written));
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.LetterNumber)
                normal.Append(upper[..Rune.ToUpperInvariant(rune).EncodeToUtf16(upper)]);
        }

        return normal.Length == 0 ? Empty : new OrganizationName(text, normal.ToString());
    }

    public bool Equals(OrganizationName? other) => other is not null && Original == other.Original;

    public override int GetHashCode() => Original.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Original;
}
