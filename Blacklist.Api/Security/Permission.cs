namespace Blacklist.Api.Security;

/// <summary>What a caller may do. Every endpoint demands one, or states why it is public.</summary>
internal enum Permission
{
    RecordOrganizations,
    ReadOrganizations,
    RecordDispositions,
    ProposeListings,
    ServeNotices,
    RecordStatements,
    DecideListings,
    AnnulListings,
    ReadListings,
    ReadRules,
    DraftRules,
    AdoptRules,
    KeepCalendar,
    AskChecks,
    ReadChecks,
    Determine,
    LinkIdentities,
    ReadAudit,
    AdministerClients,
}
