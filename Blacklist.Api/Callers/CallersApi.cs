using Blacklist.Api.Security;

namespace Blacklist.Api.Callers;

/// <summary>调用方: who calls, how much, and who is not answered for the time being.</summary>
internal static class CallersApi
{
    public static IServiceCollection AddCallers(this IServiceCollection services) => services
        .AddSingleton<CallerRows>()
        .AddSingleton<CallerDesk>()
        .AddSingleton<PauseKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<PauseKeeper>());

    public static void MapCallers(this IEndpointRouteBuilder api)
    {
        var callers = api.MapGroup("/api/v1/callers");
        ListCallersEndpoint.Map(callers).Requires(Permission.ReadCallers, Reach.ListOfRegions);
        GetCallerEndpoint.Map(callers).Requires(Permission.ReadCallers, Reach.ThingOfRegion);
        PauseCallerEndpoint.Map(callers).Requires(Permission.PauseCallers, Reach.ThingOfRegion);
        ResumeCallerEndpoint.Map(callers).Requires(Permission.PauseCallers, Reach.ThingOfRegion);
    }
}
