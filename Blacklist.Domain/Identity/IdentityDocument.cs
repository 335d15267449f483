namespace Blacklist.Domain.Identity;

/// <summary>Kinds of identity document the registry knows; each is a key space of its own.</summary>
public enum DocumentType
{
    ResidentId,
    HkMacaoTaiwanResidencePermit,
    HkMacaoTravelPermit,
    TaiwanTravelPermit,
    ForeignPermanentResidentCard,
    Passport,
}

/// <summary>A number that was parsed and is valid; its text form is masked.</summary>
public abstract record IdentityDocument
{
    public abstract DocumentType Type { get; }

    /// <summary>What identifies: the normal form that two writings of one number share (15 digits → 18, x → X, renewal digits left out).</summary>
    public abstract string Key { get; }

    /// <summary>The last four characters; the only part that may leave the registry.</summary>
    public string Masked => new string('*', Math.Max(0, Key.Length - 4)) + Key[Math.Max(0, Key.Length - 4)..];

    public sealed override string ToString() => Masked;
}
