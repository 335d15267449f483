using System.Text;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Names;

/// <summary>A person's name as given, with its normal form; its text form is masked.</summary>
public sealed record PersonName
{
    public static readonly Refusal Empty = new("name_empty", "The name is empty.");
    public static readonly Refusal TooLong = new("name_too_long", "The name has more than 100 characters.");
    public static readonly Refusal Characters = new(
        "name_characters", "The name has characters that stand in no name: digits, brackets, symbols, control characters or half a character.");

    /// <summary>民委发〔2016〕33号 demands 50; passports may ask for more.</summary>
    private const int Longest = 100;

    private PersonName(string original, string normal) => (Original, Normal) = (original, normal);

    /// <summary>As it was written.</summary>
    public string Original { get; }

    /// <summary>What two writings of one name share.</summary>
    public string Normal { get; }

    public static Parsed<PersonName> Parse(string text)
    {
        if (text.Length > Longest * 4)
            return TooLong;
        if (NormalForm.Of(text) is not { } normal)
            return Characters;
        if (normal.Length == 0)
            return Empty;
        return normal.Length > Longest && normal.EnumerateRunes().Count() > Longest ? TooLong : new PersonName(text, normal);
    }

    public bool Equals(PersonName? other) => other is not null && Original == other.Original;

    public override int GetHashCode() => Original.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Rune.GetRuneAt(Normal, 0) + "**";
}
