using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>
/// Foreign permanent resident identity card (外国人永久居留身份证). 2017: 3 letters of nationality, 4 digits of region, 6 of birth date
/// (two of the year, so the century is open), 2 more. 2023: 9, 2 digits of province, 3 of nationality, then as GB 11643.
/// A holder of both cards has two numbers, and a change of nationality changes either.
/// </summary>
public sealed record ForeignPermanentResidentCard : IdentityDocument
{
    public static readonly Refusal Length = new("foreign_card_length", "The card has 18 places, or 15 in the form of 2017.");
    public static readonly Refusal Form2017 = new("foreign_card_form_2017", "The card of 2017 has 3 letters and 12 digits.");
    public static readonly Refusal Characters = new("foreign_card_characters", "The number has digits only; its last place may be X.");
    public static readonly Refusal FirstDigit = new("foreign_card_first_digit", "The card of 2023 has a number that begins with 9.");
    public static readonly Refusal BirthDateImpossible = new("foreign_card_birth_date", "Places 7 to 14 are no date of the calendar.");
    public static readonly Refusal BirthDateInFuture = new("foreign_card_birth_date_in_future", "The birth date in the number lies ahead.");
    public static readonly Refusal CheckDigit = new("foreign_card_check_digit", "The check digit does not fit the other 17 places.");

    private static readonly CitizenNumberRefusals Refusals = new(Characters, BirthDateImpossible, BirthDateInFuture, CheckDigit);

    private ForeignPermanentResidentCard(string key) => Key = key;

    public override DocumentType Type => DocumentType.ForeignPermanentResidentCard;

    public override string Key { get; }

    public override DateOnly? BirthDate => Is2023 ? CitizenNumber.BirthDate(Key) : null;

    public override Sex? Sex => Is2023 ? CitizenNumber.SexOf(Key) : null;

    public override string RegionCode => Is2023 ? Key[1..3] + "0000" : Key[3..7] + "00";

    /// <summary>ISO 3166-1: alpha-3 on the card of 2017, numeric on that of 2023.</summary>
    public string Nationality => Is2023 ? Key[3..6] : Key[..3];

    private protected override string Series => Nationality;

    private bool Is2023 => Key.Length == CitizenNumber.Length;

    internal static Parsed<IdentityDocument> Parse(ReadOnlySpan<char> text, DateOnly today) => text.Length switch
    {
        15 when DocumentText.AreLetters(text[..3]) && DocumentText.AreDigits(text[3..]) => new ForeignPermanentResidentCard(new string(text)),
        15 => Form2017,
        not CitizenNumber.Length => Length,
        _ when char.IsAsciiDigit(text[0]) && text[0] != '9' => FirstDigit,
        _ when CitizenNumber.Problem(text, today, Refusals) is { } problem => problem,
        _ => new ForeignPermanentResidentCard(new string(text)),
    };
}
