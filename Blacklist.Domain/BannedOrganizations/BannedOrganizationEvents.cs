using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.BannedOrganizations;

/// <summary>The organization is known to the registry. Nothing is decided about it yet.</summary>
/// <param name="UnlawfulKind">Null for a lawful body whose registration was revoked: it is never called illegal.</param>
/// <param name="RegisteredAs">What it was registered as, when it ever was.</param>
/// <param name="CampaignCategory">1–7, the key category of the campaign notices; null when none fits.</param>
[StoredName("banned_organization_recorded")]
public sealed record BannedOrganizationRecorded(
    BannedOrganizationId OrganizationId,
    string Name,
    IReadOnlyList<string> Aliases,
    string? CreditCode,
    UnlawfulKind? UnlawfulKind,
    OrganizationKind? RegisteredAs,
    int? CampaignCategory,
    RegionCode Region,
    string? Activities,
    string? Source) : IEvent;

/// <summary>An authority decided: the legal act with its document.</summary>
[StoredName("disposition_recorded")]
public sealed record DispositionRecorded(
    BannedOrganizationId OrganizationId,
    Guid DispositionId,
    DispositionKind Kind,
    string DocumentNumber,
    DateOnly DecidedOn,
    string Authority,
    string? Grounds) : IEvent;

/// <summary>The decision names a responsible person and the part they played. Who that is stands in the identity vault.</summary>
[StoredName("responsible_person_named")]
public sealed record ResponsiblePersonNamed(
    BannedOrganizationId OrganizationId,
    Guid ResponsiblePersonId,
    Guid DispositionId,
    PersonId PersonId,
    Part Part,
    IdentifiedBy IdentifiedBy) : IEvent;

/// <summary>The decision was annulled (by the authority, on reconsideration or by a court); listings that rest on it lose their basis.</summary>
[StoredName("disposition_annulled")]
public sealed record DispositionAnnulled(
    BannedOrganizationId OrganizationId,
    Guid DispositionId,
    string DocumentNumber,
    DateOnly AnnulledOn,
    string Reason,
    ClerkId By) : IEvent;
