using Blacklist.Domain.BannedOrganizations.Papers;
using Blacklist.Domain.Calendar;
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

/// <summary>公开: the decision is on the public list of banned organizations. The list names organizations, never a person.</summary>
/// <param name="DocumentNumber">Number of the announcement 公告.</param>
[StoredName("disposition_published")]
public sealed record DispositionPublished(
    BannedOrganizationId OrganizationId, Guid DispositionId, string DocumentNumber, DateOnly PublishedOn, ClerkId By) : IEvent;

/// <summary>A published decision was changed or annulled: its publication must be withdrawn (行政处罚法 (2021 修订) 第四十八条第二款).</summary>
/// <param name="DocumentNumber">Of the change or annulment.</param>
/// <param name="Since">The day of the change or annulment.</param>
/// <param name="WithdrawBy">Until when, and why until then; null when the calendar did not reach so far, for an annulment does not wait for it.</param>
[StoredName("withdrawal_demanded")]
public sealed record WithdrawalDemanded(
    BannedOrganizationId OrganizationId,
    Guid DispositionId,
    WithdrawalCause Cause,
    string DocumentNumber,
    DateOnly Since,
    string Reason,
    Deadline? WithdrawBy,
    ClerkId By) : IEvent;

/// <summary>撤回: the decision left the public list; the reasons stay there in its place.</summary>
[StoredName("publication_withdrawn")]
public sealed record PublicationWithdrawn(
    BannedOrganizationId OrganizationId, Guid DispositionId, DateOnly WithdrawnOn, string Reasons, ClerkId By) : IEvent;

/// <summary>A paper was put into the organization's file. What is on it lies sealed beside the log; its hash stands here.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, in hexadecimal digits.</param>
[StoredName("paper_attached")]
public sealed record PaperAttached(
    BannedOrganizationId OrganizationId, Guid PaperId, PaperKind Kind, PaperForm Form, int Bytes, string Sha256, ClerkId By) : IEvent;
