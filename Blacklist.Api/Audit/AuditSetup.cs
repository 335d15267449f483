using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.Audit.Verification;
using Blacklist.Api.Retention;
using Blacklist.Api.Security;

namespace Blacklist.Api.Audit;

/// <summary>审计: who was shown what, or was refused it.</summary>
internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditRecord>()
        .AddSingleton<AuditLane>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<StoredAuditRows>()
        .AddSingleton<AuditVerifier>()
        .AddSingleton<UnknownCallers>()
        .AddSingleton<KeptMonths, AuditMonthsRecord>()
        .AddSingleton<IAuditSource, AuditEntryRows>()
        .AddHostedService(provider => provider.GetRequiredService<AuditLane>());

    /// <summary>Before tokens are read and rights are weighed: a refusal is recorded too.</summary>
    public static void UseAudit(this IApplicationBuilder app) => app.UseMiddleware<AuditMiddleware>();

    public static void MapAudit(this IEndpointRouteBuilder api) =>
        ListAuditEntriesEndpoint.Map(api.MapGroup("/api/v1/audit")).Requires(Permission.ReadAudit, Reach.ListOfRegions);
}
