using Blacklist.Api.Security;

namespace Blacklist.Api.Console;

/// <summary>The tasks beside every page of the console: a caller sees those that a permission of theirs opens. A new page adds its line here.</summary>
internal static class Navigation
{
    private const string Start = "/console";

    private static readonly IReadOnlyList<Task> Tasks =
    [
        new(Start, "nav.overview", "overview", [Permission.ReadListings, Permission.ReadAppeals]),
        new("/console/check", "nav.check", "check", [Permission.AskChecks]),
        new("/console/files", "nav.files", "files", [Permission.AskChecks]),
        new("/console/organizations", "nav.cases.organizations", "organization", [Permission.ReadOrganizations]),
        new("/console/listings", "nav.cases.listings", "list", [Permission.ReadListings]),
        new("/console/appeals", "nav.cases.appeals", "appeal", [Permission.ReadAppeals]),
        new("/console/notices", "nav.cases.notices", "bell", [Permission.ReadChecks]),
        new("/console/reexaminations", "nav.cases.reexaminations", "history", [Permission.ReadChecks]),
        new("/console/rules", "nav.rules", "document", [Permission.DraftRules, Permission.ReadAudit]),
        new("/console/calendar", "nav.calendar", "calendar", [Permission.KeepCalendar, Permission.ReadAudit]),
        new("/console/users", "nav.users", "person", [Permission.AdministerUsers]),
        new("/console/clients", "nav.clients", "link", [Permission.AdministerClients]),
        new("/console/callers", "nav.callers", "chart", [Permission.ReadCallers]),
        new("/console/audit", "nav.audit", "eye", [Permission.ReadAudit]),
        new("/console/system", "nav.system", "system", [Permission.ReadJobs]),
    ];

    public static IEnumerable<Task> For(Caller caller) => Tasks.Where(task => task.Any.Any(caller.May));

    /// <summary>Whether there is such a task and the caller has it: only then does a link lead somewhere.</summary>
    public static bool Has(Caller caller, string address) => For(caller).Any(task => task.Address == address);

    /// <param name="Key">Of its words.</param>
    /// <param name="Icon">In <c>icons.svg</c>.</param>
    /// <param name="Any">One of them is enough.</param>
    internal sealed record Task(string Address, string Key, string Icon, IReadOnlyList<Permission> Any)
    {
        public bool Holds(PathString path) => Address == Start ? path == Address : path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
    }
}
