using Blacklist.Api.Audit;
using Blacklist.Api.Security;

namespace Blacklist.Api.Lookups;

/// <summary>查询记录: who looked up a person, for auditors and for the person.</summary>
internal static class LookupsApi
{
    public static IServiceCollection AddLookups(this IServiceCollection services) => services
        .AddSingleton<LookedUpPersonRows>()
        .AddSingleton<PersonTrail>()
        .AddSingleton<CallerDepartmentRows>()
        .AddSingleton(DisclosureExceptions.Read())
        .AddSingleton<DisclosureReports>()
        .AddSingleton<DisclosureLetters>();

    public static void MapLookups(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/api/v1/audit");
        TracePersonEndpoint.Map(audit).Requires(Permission.ReadAudit, Reach.ListOfRegions).Audited(AuditKind.Search);
        ReportDisclosuresEndpoint.Map(audit).Requires(Permission.ReportDisclosures, Reach.Everywhere).Audited(AuditKind.Export);
        PrintDisclosuresEndpoint.Map(audit).Requires(Permission.ReportDisclosures, Reach.Everywhere).Audited(AuditKind.Export);
    }
}
