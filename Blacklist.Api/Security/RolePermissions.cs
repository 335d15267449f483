using System.Collections.Frozen;
using static Blacklist.Api.Security.Permission;

namespace Blacklist.Api.Security;

/// <summary>Who may do what. A role that is not here may do nothing; regions narrow each permission further (<see cref="Caller.Covers"/>).</summary>
internal static class RolePermissions
{
    private static readonly FrozenDictionary<string, FrozenSet<Permission>> Table = new Dictionary<string, Permission[]>
    {
        ["registrationClerk"] =
        [
            AskChecks, Determine, ExplainRefusals, FileAppeals,
            ReadChecks, ReadChecksOfOthers, ReadOrganizations, ReadListings, ReadAppeals, ReadStatements, ReadRules,
        ],
        ["registrationSystem"] = [AskChecks, ExplainRefusals, ReadChecks, ReadChecksOfOthers, ReadStatements, ReadOrganizations, ReadRules],
        ["partner"] = [AskChecks, ReadChecks, ReadOrganizations],
        ["caseOfficer"] =
        [
            RecordOrganizations, RecordDispositions, PublishDispositions, ProposeListings, ServeNotices, RecordStatements, LinkIdentities, UnmaskIdentities, FileAppeals,
            ReadOrganizations, ReadListings, ReadAppeals, ReadStatements, ReadDeadlines, ReadRules,
        ],
        ["approver"] =
        [
            PublishDispositions, DecideListings, AnnulListings, ChangeListings, ErasePersons,
            ReadOrganizations, ReadListings, ReadAppeals, ReadStatements, ReadDeadlines, ReadRules,
        ],
        ["appealsAdministrator"] =
        [
            ReportDisclosures, UnmaskIdentities, FileAppeals, HandleAppeals, RecordStatements, AnnulListings, ChangeListings,
            ReadOrganizations, ReadListings, ReadAppeals, ReadStatements, ReadDeadlines, ReadRules,
        ],
        ["administrator"] = [AdministerClients, ReadCallers, PauseCallers, AdministerUsers, ReadKeys, RotateKeys, DraftRules, AdoptRules, KeepCalendar, ReadOrganizations, ReadRules, ReadJobs],
        ["auditor"] =
        [
            ReadAudit, ReportDisclosures, ReadCallers, ReadKeys, ReadChecks, ReadChecksOfOthers, ReadOrganizations, ReadListings, ReadAppeals, ReadDeadlines, ReadRules, ReadJobs,
        ],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    public static IReadOnlyCollection<string> Roles => Table.Keys;

    public static bool Allow(IEnumerable<string> roles, Permission permission) =>
        roles.Any(role => Table.TryGetValue(role, out var permissions) && permissions.Contains(permission));
}
