using Blacklist.Api.Jobs;
using Blacklist.Api.Security;

namespace Blacklist.Api.Retention;

/// <summary>保存期: what is kept, for how long, and what was forgotten.</summary>
internal static class RetentionSetup
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services.AddSingleton(RetentionSchedule.Read()).AddSingleton<Job, RetentionJob>();

    public static void MapRetention(this IEndpointRouteBuilder api) => ListRetentionEndpoint.Map(api).Requires(Permission.ReadJobs, Reach.Everywhere);
}
