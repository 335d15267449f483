using Blacklist.Api.Security.Issuer;

namespace Blacklist.Tests;

/// <summary>The clients of the tests. Whoever officer and approver are at once may do both, but never on one listing.</summary>
internal static class ApiClientSamples
{
    public static readonly ApiClient Officer = Client("officer-150000", ["caseOfficer"], "150000");
    public static readonly ApiClient Approver = Client("approver-150000", ["approver"], "150000");
    public static readonly ApiClient Both = Client("both-150000", ["caseOfficer", "approver"], "150000");
    public static readonly ApiClient AppealsAdministrator = Client("appeals-150000", ["appealsAdministrator"], "150000");
    public static readonly ApiClient SecondAppealsAdministrator = Client("appeals-2-150000", ["appealsAdministrator"], "150000");
    public static readonly ApiClient AppealsElsewhere = Client("appeals-500000", ["appealsAdministrator"], "500000");
    public static readonly ApiClient Everything = Client("everything-150000", ["caseOfficer", "approver", "appealsAdministrator"], "150000");
    public static readonly ApiClient System = Client("system-150600", ["registrationSystem"], "150600");
    public static readonly ApiClient Clerk = Client("clerk-150600", ["registrationClerk"], "150600");
    public static readonly ApiClient ClerkElsewhere = Client("clerk-500000", ["registrationClerk"], "500000");
    public static readonly ApiClient ClerkOfNation = Client("clerk-000000", ["registrationClerk"], "000000");
    public static readonly ApiClient Partner = Client("partner-150600", ["partner"], "150600");
    public static readonly ApiClient AuditingClerk = Client("auditing-clerk-000000", ["auditor", "registrationClerk"], "000000");
    public static readonly ApiClient Auditor = Client("auditor-000000", ["auditor"], "000000");
    public static readonly ApiClient AuditorElsewhere = Client("auditor-500000", ["auditor"], "500000");
    public static readonly ApiClient Administrator = Client("administrator-000000", ["administrator"], "000000");
    public static readonly ApiClient SecondAdministrator = Client("administrator-2-000000", ["administrator"], "000000");
    public static readonly ApiClient AdministratorOfOrdos = Client("administrator-150600", ["administrator"], "150600");

    public static IReadOnlyList<ApiClient> All { get; } =
    [
        Officer, Approver, Both, Clerk, ClerkElsewhere, ClerkOfNation, Partner, Auditor, AuditorElsewhere, Administrator, SecondAdministrator, AdministratorOfOrdos,
        AppealsAdministrator, SecondAppealsAdministrator, AppealsElsewhere, Everything, System, AuditingClerk,
    ];

    /// <returns>The secrets by client id.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> Register(ApiClients clients)
    {
        var secrets = new Dictionary<string, string>();
        foreach (var client in All)
        {
            secrets.Add(client.Id, (await clients.Register(client)).Value!);
        }

        return secrets;
    }

    private static ApiClient Client(string id, IReadOnlyList<string> roles, string region) =>
        new(id, id, "测试单位", roles, [region], ["registration", "change", "periodicReview"]);
}
