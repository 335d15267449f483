using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>
/// Mainland travel permit of Hong Kong and Macao residents (港澳居民来往内地通行证): H or M and 8 digits for life;
/// permits before 2013 show two more digits that count the renewals.
/// </summary>
public sealed record HkMacaoTravelPermit : IdentityDocument
{
    public static readonly Refusal Length = new("hk_macao_permit_length", "The permit has a letter and 8 digits, or 10 on older permits.");
    public static readonly Refusal Form = new("hk_macao_permit_form", "The permit begins with H or M; digits follow.");

    private HkMacaoTravelPermit(string key) => Key = key;

    public override DocumentType Type => DocumentType.HkMacaoTravelPermit;

    public override string Key { get; }

    // Who moves from Hong Kong to Macao changes the letter, and with it the number.
    private protected override string Series => Key[..1];

    internal static Parsed<IdentityDocument> Parse(ReadOnlySpan<char> text) => text.Length switch
    {
        not (9 or 11) => Length,
        _ when text[0] is not ('H' or 'M') || !DocumentText.AreDigits(text[1..]) => Form,
        _ => new HkMacaoTravelPermit(new string(text[..9])),
    };
}
