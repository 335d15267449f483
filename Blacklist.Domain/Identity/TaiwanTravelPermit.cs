using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>
/// Mainland travel permit of Taiwan residents (台湾居民来往大陆通行证): 8 digits for life. Booklets before 2008 add two digits that
/// count the issues, and before 2006 also the issuing office (a letter or digit, in parentheses): these do not identify.
/// </summary>
public sealed record TaiwanTravelPermit : IdentityDocument
{
    public static readonly Refusal Length = new("taiwan_permit_length", "The permit has 8 digits; older forms have 10, or 10 and an office code.");
    public static readonly Refusal Form = new("taiwan_permit_form", "The permit has digits only; the office code of the oldest form may be a letter.");

    private TaiwanTravelPermit(string key) => Key = key;

    public override DocumentType Type => DocumentType.TaiwanTravelPermit;

    public override string Key { get; }

    internal static Parsed<IdentityDocument> Parse(ReadOnlySpan<char> text) => text.Length switch
    {
        not (8 or 10 or 11) => Length,
        _ when !DocumentText.AreDigits(text[..Math.Min(10, text.Length)]) || !char.IsAsciiLetterOrDigit(text[^1]) => Form,
        _ => new TaiwanTravelPermit(new string(text[..8])),
    };
}
