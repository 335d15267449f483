using Blacklist.Api.Jobs;
using Blacklist.Api.Security;

namespace Blacklist.Api.Deadlines;

/// <summary>期限: every day of procedure until which something was to be done, and what becomes of it.</summary>
internal static class DeadlinesApi
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) =>
        services.AddSingleton<DeadlineRows>().AddSingleton<DueDeadlineRows>().AddSingleton<Job, DeadlineJob>();

    public static void MapDeadlines(this IEndpointRouteBuilder api)
    {
        var deadlines = api.MapGroup("/api/v1/deadlines");
        ListDeadlinesEndpoint.Map(deadlines).Requires(Permission.ReadDeadlines, Reach.ListOfRegions);
        GetDeadlineEndpoint.Map(deadlines).Requires(Permission.ReadDeadlines, Reach.ThingOfRegion);
    }
}
