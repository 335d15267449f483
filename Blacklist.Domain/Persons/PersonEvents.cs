using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Persons;

/// <summary>Another identity in the vault is this person's too: a new card, a former name, a corrected number, or a second entry that means the same person.</summary>
/// <param name="IdentifiedBy">The strongest by which the two together tell the person from others.</param>
[StoredName("identity_linked")]
public sealed record IdentityLinked(
    PersonId PersonId, PersonId IdentityId, LinkKind Kind, IdentifiedBy IdentifiedBy, string Reason, ClerkId By) : IEvent;

/// <summary>The link was wrong; both sides are again what they were.</summary>
[StoredName("identity_unlinked")]
public sealed record IdentityUnlinked(PersonId PersonId, PersonId IdentityId, string Reason, ClerkId By) : IEvent;

/// <summary>The document numbers of the person, and of what is linked to it, were shown to a clerk. What they are is not said.</summary>
[StoredName("identity_unmasked")]
public sealed record IdentityUnmasked(
    PersonId PersonId, ListingId ListingId, UnmaskingPurpose UnmaskingPurpose, string Reason, ClerkId By, DateOnly UnmaskedOn) : IEvent;

/// <summary>What a number is needed for.</summary>
public enum UnmaskingPurpose
{
    /// <summary>To serve a paper, or to find where the person lives.</summary>
    Service,

    /// <summary>To tell the person from another, or to correct what is on file.</summary>
    Verification,

    /// <summary>To answer a court or another authority that may ask by law.</summary>
    LegalAssistance,

    /// <summary>To decide what the person raised.</summary>
    Appeal,
}

/// <summary>Who it is was destroyed in the vault, in the same transaction; what was recorded stays.</summary>
/// <param name="Identities">Everybody else in the vault who was this person.</param>
[StoredName("person_erased")]
public sealed record PersonErased(PersonId PersonId, IReadOnlyList<PersonId> Identities, string Reason, ClerkId By) : IEvent;

/// <summary>Why two identities are one person's.</summary>
public enum LinkKind
{
    /// <summary>A further document, such as a new card or a passport after renewal.</summary>
    FurtherDocument,

    /// <summary>曾用名, a name after a change, or an alias.</summary>
    OtherName,

    /// <summary>The number on file was wrong: the linked identity's documents replace those of the same type.</summary>
    CorrectedNumber,

    /// <summary>Two entries turned out to be one person.</summary>
    SamePerson,
}
