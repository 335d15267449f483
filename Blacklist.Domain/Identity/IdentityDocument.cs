using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Identity;

/// <summary>A number that was parsed and is valid; its text form is masked.</summary>
public abstract record IdentityDocument
{
    public static readonly Refusal NumberEmpty = new("document_number_empty", "The document number is empty.");
    public static readonly Refusal TypeUnknown = new("document_type_unknown", "The registry knows no such type of document.");
    public static readonly Refusal CountryUnexpected = new(
        "issuing_country_unexpected", "Only passports have an issuing country other than CHN.");

    private protected IdentityDocument()
    {
    }

    public abstract DocumentType Type { get; }

    /// <summary>What identifies: the normal form that two writings of one number share (15 digits → 18, x → X, renewal digits left out).</summary>
    public abstract string Key { get; }

    /// <summary>The number to parse again with <see cref="Type"/> and <see cref="IssuingCountry"/>.</summary>
    public virtual string Number => Key;

    /// <summary>ISO 3166-1 alpha-3 (or a code ICAO Doc 9303 adds), for passports only.</summary>
    public virtual string? IssuingCountry => null;

    /// <summary>A weak number changes at renewal: an equal one identifies, a different one tells nobody apart.</summary>
    public virtual bool IsWeak => false;

    /// <summary>What the number itself says, where its standard defines it.</summary>
    public virtual DateOnly? BirthDate => null;

    /// <inheritdoc cref="BirthDate"/>
    public virtual Sex? Sex => null;

    /// <summary>GB/T 2260 code of the place of first registration; may be retired or unknown to the region table.</summary>
    public virtual string? RegionCode => null;

    /// <summary>The last four characters; the only part that may leave the registry.</summary>
    public string Masked => new string('*', Math.Max(0, Number.Length - 4)) + Number[Math.Max(0, Number.Length - 4)..];

    /// <summary>Reads a number as people and systems write it, or says why it cannot be one.</summary>
    /// <param name="today">Asia/Shanghai; nobody was born after it.</param>
    public static Parsed<IdentityDocument> Parse(DocumentType type, ReadOnlySpan<char> number, string? issuingCountry, DateOnly today)
    {
        Span<char> buffer = stackalloc char[DocumentText.Capacity];
        var text = DocumentText.Fold(number, buffer);
        if (text.IsEmpty)
            return NumberEmpty;
        if (type != DocumentType.Passport && issuingCountry is not (null or "" or "CHN"))
            return CountryUnexpected;
        return type switch
        {
            DocumentType.ResidentId => ResidentId.Parse(text, today),
            DocumentType.HkMacaoTaiwanResidencePermit => ResidencePermit.Parse(text, today),
            DocumentType.HkMacaoTravelPermit => HkMacaoTravelPermit.Parse(text),
            DocumentType.TaiwanTravelPermit => TaiwanTravelPermit.Parse(text),
            DocumentType.ForeignPermanentResidentCard => ForeignPermanentResidentCard.Parse(text, today),
            DocumentType.Passport => Passport.Parse(text, issuingCountry),
            _ => TypeUnknown,
        };
    }

    /// <summary>No one person holds both numbers: their difference proves two persons.</summary>
    public bool TellsApartFrom(IdentityDocument other) =>
        !IsWeak && IsOfSeriesOf(other) && Key != other.Key;

    internal bool IsOfSeriesOf(IdentityDocument other) => Type == other.Type && Series == other.Series;

    /// <summary>One line that <see cref="Restore"/> reads back to an equal document; for the identity vault.</summary>
    public string Print() => $"{Type} {IssuingCountry} {Number}";

    /// <summary>Reads what <see cref="Print"/> wrote; anything else is a fault of storage.</summary>
    public static IdentityDocument Restore(string printed) =>
        Parts(printed) is var (type, country, number)
        && Enum.TryParse<DocumentType>(printed.AsSpan(type), out var known)
        && Parse(known, printed.AsSpan(number), printed[country], DateOnly.MaxValue).Is(out var document, out _)
            ? document
            : throw new FormatException("A stored identity document cannot be read.");

    public sealed override string ToString() => Masked;

    /// <summary>Where the three words of a printed document stand.</summary>
    private static (Range Type, Range Country, Range Number)? Parts(ReadOnlySpan<char> printed)
    {
        Span<Range> words = stackalloc Range[4];
        return printed.Split(words, ' ') == 3 ? (words[0], words[1], words[2]) : null;
    }

    /// <summary>Numbers of one series are given once and for life; a person may hold one number in each of several series.</summary>
    private protected virtual string Series => "";
}
