namespace Blacklist.Api.Security;

/// <summary>What a caller may do. Every endpoint demands one, or states why it is public.</summary>
internal enum Permission
{
    RecordOrganizations,
    ReadOrganizations,
    RecordDispositions,
    PublishDispositions,
    ProposeListings,
    ServeNotices,
    RecordStatements,
    DecideListings,
    AnnulListings,
    ChangeListings,
    ReadListings,
    ReadRules,
    DraftRules,
    AdoptRules,
    KeepCalendar,
    FileAppeals,
    HandleAppeals,
    ReadAppeals,
    ReadStatements,
    AskChecks,
    ReadChecks,
    ExplainRefusals,
    Determine,
    LinkIdentities,
    ReadDeadlines,
    ReadJobs,
    ReadAudit,
    AdministerClients,
}
