using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>Residence permit of Hong Kong (810000), Macao (820000) and Taiwan (830000) residents (港澳台居民居住证, since 2018).</summary>
public sealed record ResidencePermit : IdentityDocument
{
    public static readonly Refusal Length = new("residence_permit_length", "A residence permit has a number of 18 places.");
    public static readonly Refusal Characters = new("residence_permit_characters", "The number has digits only; its last place may be X.");
    public static readonly Refusal Region = new("residence_permit_region", "The number begins with 810000, 820000 or 830000.");
    public static readonly Refusal BirthDateImpossible = new("residence_permit_birth_date", "Places 7 to 14 are no date of the calendar.");
    public static readonly Refusal BirthDateInFuture = new(
        "residence_permit_birth_date_in_future", "The birth date in the number lies ahead.");
    public static readonly Refusal CheckDigit = new("residence_permit_check_digit", "The check digit does not fit the other 17 places.");

    private static readonly CitizenNumberRefusals Refusals = new(Characters, BirthDateImpossible, BirthDateInFuture, CheckDigit);

    private ResidencePermit(string key) => Key = key;

    public override DocumentType Type => DocumentType.HkMacaoTaiwanResidencePermit;

    public override string Key { get; }

    public override DateOnly? BirthDate => CitizenNumber.BirthDate(Key);

    public override Sex? Sex => CitizenNumber.SexOf(Key);

    public override string RegionCode => Key[..6];

    // Who moves from one of the three places to another gets a number of the other series.
    private protected override string Series => RegionCode;

    internal static Parsed<IdentityDocument> Parse(ReadOnlySpan<char> text, DateOnly today)
    {
        if (text.Length != CitizenNumber.Length)
            return Length;
        if (DocumentText.AreDigits(text[..6]) && !IsRegion(text[..6]))
            return Region;
        return CitizenNumber.Problem(text, today, Refusals) is { } problem ? problem : new ResidencePermit(new string(text));
    }

    internal static bool IsRegion(ReadOnlySpan<char> code) => code is "810000" or "820000" or "830000";
}
