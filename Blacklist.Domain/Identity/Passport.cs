using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>A passport: issuing country and number. Weak: the number changes at renewal.</summary>
public sealed record Passport : IdentityDocument
{
    public static readonly Refusal CountryMissing = new("passport_country_missing", "A passport needs its issuing country.");
    public static readonly Refusal CountryUnknown = new(
        "passport_country_unknown", "The issuing country is an alpha-3 code of ISO 3166-1 or one that ICAO Doc 9303 adds.");
    public static readonly Refusal Length = new("passport_length", "A passport number has 5 to 20 characters.");
    public static readonly Refusal Characters = new("passport_characters", "A passport number has letters A to Z and digits, one digit at least.");

    private const int Shortest = 5;
    private const int Longest = 20;

    private Passport(string country, string number) => (IssuingCountry, Number) = (country, number);

    public override DocumentType Type => DocumentType.Passport;

    public override string Key => IssuingCountry + Number;

    public override string Number { get; }

    public override string IssuingCountry { get; }

    public override bool IsWeak => true;

    internal static Parsed<IdentityDocument> Parse(ReadOnlySpan<char> number, string? issuingCountry)
    {
        if (string.IsNullOrWhiteSpace(issuingCountry))
            return CountryMissing;
        if (Countries.Find(issuingCountry) is not { } country)
            return CountryUnknown;
        if (number.Length is < Shortest or > Longest)
            return Length;
        foreach (var c in number)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return Characters;
        }

        return number.ContainsAnyInRange('0', '9') ? new Passport(country, new string(number)) : Characters;
    }
}
