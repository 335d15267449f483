using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>Resident identity number (公民身份号码, GB 11643-1999); the 15 digits of the first generation are the same number.</summary>
public sealed record ResidentId : IdentityDocument
{
    public static readonly Refusal Length = new("resident_id_length", "A resident identity number has 18 places, or 15 in its first form.");
    public static readonly Refusal Characters = new(
        "resident_id_characters", "A resident identity number has digits only; the last of 18 places may be X.");
    public static readonly Refusal BirthDateImpossible = new("resident_id_birth_date", "Places 7 to 14 are no date of the calendar.");
    public static readonly Refusal BirthDateInFuture = new("resident_id_birth_date_in_future", "The birth date in the number lies ahead.");
    public static readonly Refusal CheckDigit = new("resident_id_check_digit", "The check digit does not fit the other 17 places.");
    public static readonly Refusal IsResidencePermit = new(
        "resident_id_is_residence_permit", "The number is of a residence permit of Hong Kong, Macao or Taiwan residents.");
    public static readonly Refusal IsPermanentResidentCard = new(
        "resident_id_is_permanent_resident_card", "The number is of a foreign permanent resident card.");

    private static readonly CitizenNumberRefusals Refusals = new(Characters, BirthDateImpossible, BirthDateInFuture, CheckDigit);

    private ResidentId(string key) => Key = key;

    public override DocumentType Type => DocumentType.ResidentId;

    /// <summary>The 18 places.</summary>
    public override string Key { get; }

    public override DateOnly? BirthDate => CitizenNumber.BirthDate(Key);

    public override Sex? Sex => CitizenNumber.SexOf(Key);

    public override string RegionCode => Key[..6];

    /// <summary>The valid number that begins with these 17 digits; for generators of invented persons.</summary>
    public static string WithCheckDigit(ReadOnlySpan<char> first17) =>
        first17.Length == 17 && DocumentText.AreDigits(first17)
            ? string.Concat(first17, [CitizenNumber.CheckCharacter(first17)])
            : throw new ArgumentException("17 digits are needed.", nameof(first17));

    internal static Parsed<IdentityDocument> Parse(ReadOnlySpan<char> text, DateOnly today)
    {
        Span<char> number = stackalloc char[CitizenNumber.Length];
        switch (text.Length)
        {
            case CitizenNumber.Length:
                text.CopyTo(number);
                break;
            case 15 when DocumentText.AreDigits(text):
                Lengthen(text, number);
                break;
            default:
                return text.Length == 15 ? Characters : Length;
        }

        if (number[0] == '9')
            return IsPermanentResidentCard;
        if (ResidencePermit.IsRegion(number[..6]))
            return IsResidencePermit;
        return CitizenNumber.Problem(number, today, Refusals) is { } problem ? problem : new ResidentId(new string(number));
    }

    /// <summary>
    /// 15 places lack the century and the check digit. Sequences 996 to 999 were kept for the centenarians of the 1980s and 1990s,
    /// born in the 1800s; everybody else with such a number was born in the 1900s.
    /// </summary>
    private static void Lengthen(ReadOnlySpan<char> fifteen, Span<char> number)
    {
        fifteen[..6].CopyTo(number);
        (fifteen[12..] is ['9', '9', >= '6'] ? "18" : "19").CopyTo(number[6..]);
        fifteen[6..].CopyTo(number[8..]);
        number[17] = CitizenNumber.CheckCharacter(number[..17]);
    }
}
