using System.Text;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Vault;

/// <summary>What is digested of a document: its type's stored name, a zero byte, the number's normal form in UTF-8.</summary>
internal static class DocumentDigests
{
    private const int MaximumBytes = 256;

    public static DocumentDigest DigestOf(this Digester digester, IdentityDocument document)
    {
        Span<byte> text = stackalloc byte[MaximumBytes];
        var type = StoredName(document.Type);
        type.CopyTo(text);
        var length = type.Length + 1 + Encoding.UTF8.GetBytes(document.Key, text[(type.Length + 1)..]);
        Span<byte> digest = stackalloc byte[Digester.Size];
        digester.Digest(text[..length], digest);
        text.Clear();
        return new DocumentDigest(digest);
    }

    /// <summary>Never changed: a digest made under another name would find nobody.</summary>
    public static ReadOnlySpan<byte> StoredName(DocumentType type) => type switch
    {
        DocumentType.ResidentId => "residentId"u8,
        DocumentType.HkMacaoTaiwanResidencePermit => "hkMacaoTaiwanResidencePermit"u8,
        DocumentType.HkMacaoTravelPermit => "hkMacaoTravelPermit"u8,
        DocumentType.TaiwanTravelPermit => "taiwanTravelPermit"u8,
        DocumentType.ForeignPermanentResidentCard => "foreignPermanentResidentCard"u8,
        DocumentType.Passport => "passport"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type of document without a stored name cannot be digested."),
    };
}
