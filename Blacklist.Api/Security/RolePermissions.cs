using System.Collections.Frozen;
using static Blacklist.Api.Security.Permission;

namespace Blacklist.Api.Security;

/// <summary>Who may do what. A role that is not here may do nothing; regions narrow each permission further (<see cref="Caller.Covers"/>).</summary>
internal static class RolePermissions
{
    private static readonly FrozenDictionary<string, FrozenSet<Permission>> Table = new Dictionary<string, Permission[]>
    {
        ["registrationClerk"] = [AskChecks, ReadChecks, Determine, ReadListings, ReadOrganizations, ReadRules],
        ["registrationSystem"] = [AskChecks, ReadChecks, ReadOrganizations, ReadRules],
        ["partner"] = [AskChecks, ReadChecks, ReadOrganizations],
        ["caseOfficer"] =
        [
            RecordOrganizations, ReadOrganizations, RecordDispositions, ProposeListings, ServeNotices, RecordStatements, LinkIdentities, ReadListings, ReadRules,
        ],
        ["approver"] = [DecideListings, AnnulListings, ReadListings, ReadOrganizations, ReadRules],
        ["appealsAdministrator"] = [RecordStatements, AnnulListings, ReadListings, ReadOrganizations, ReadRules],
        ["administrator"] = [AdministerClients, DraftRules, AdoptRules, KeepCalendar, ReadOrganizations, ReadRules],
        ["auditor"] = [ReadAudit, ReadChecks, ReadListings, ReadOrganizations, ReadRules],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    public static IReadOnlyCollection<string> Roles => Table.Keys;

    public static bool Allow(IEnumerable<string> roles, Permission permission) =>
        roles.Any(role => Table.TryGetValue(role, out var permissions) && permissions.Contains(permission));
}
