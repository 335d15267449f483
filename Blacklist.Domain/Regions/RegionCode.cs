using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Regions;

/// <summary>
/// An administrative division code of GB/T 2260: two digits each for province, prefecture and county.
/// A code whose last pairs are zero stands for everything below it; 000000 stands for the nation.
/// </summary>
public sealed record RegionCode
{
    public static readonly Refusal Format =
        new("region_code_format", "A region code is six digits (GB/T 2260), such as 150600.");

    private RegionCode(string value)
    {
        Value = value;
        Prefix = value switch
        {
            "000000" => "",
            [.., '0', '0', '0', '0'] => value[..2],
            [.., '0', '0'] => value[..4],
            _ => value,
        };
    }

    public static RegionCode Nation { get; } = new("000000");

    public string Value { get; }

    /// <summary>The digits before the zeros: every code below begins with them.</summary>
    public string Prefix { get; }

    /// <summary>Retired and unknown codes are codes too; what is known is a question for the <see cref="RegionCatalogue"/>.</summary>
    public static Parsed<RegionCode> Parse(string text) =>
        text is { Length: 6 } && text.All(char.IsAsciiDigit) ? new RegionCode(text) : Format;

    /// <summary>150600 covers 1506xx, 150000 covers 15xxxx, 000000 covers every code; each covers itself.</summary>
    public bool Covers(RegionCode other) => other.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The region next above; the nation is above every province.</summary>
    public RegionCode Above => Prefix.Length > 2 ? new RegionCode(Prefix[..^2].PadRight(6, '0')) : Nation;

    /// <summary>The smallest region that covers both.</summary>
    public RegionCode With(RegionCode other) =>
        Covers(other) ? this : other.Covers(this) ? other : Above.With(other);

    public override string ToString() => Value;
}
