namespace Blacklist.Domain.Identity;

/// <summary>Kinds of identity document the registry knows; each is a key space of its own.</summary>
public enum DocumentType
{
    /// <summary>居民身份证 (GB 11643-1999): 18 digits, or the 15 of the first generation.</summary>
    ResidentId,

    /// <summary>港澳台居民居住证: 18 digits beginning with 810000, 820000 or 830000.</summary>
    HkMacaoTaiwanResidencePermit,

    /// <summary>港澳居民来往内地通行证: H or M and 8 digits.</summary>
    HkMacaoTravelPermit,

    /// <summary>台湾居民来往大陆通行证: 8 digits.</summary>
    TaiwanTravelPermit,

    /// <summary>外国人永久居留身份证: 3 letters and 12 digits (2017), or 18 digits beginning with 9 (2023).</summary>
    ForeignPermanentResidentCard,

    /// <summary>Passport of any state: issuing country and number.</summary>
    Passport,
}
