using Blacklist.Api.Security;

namespace Blacklist.Api.Jobs;

/// <summary>What the registry does by itself.</summary>
internal static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var options = JobOptions.From(configuration);
        services.AddSingleton(options).AddSingleton<JobLeases>().AddSingleton<JobStatusRows>();
        return options.Enabled ? services.AddHostedService<JobRunner>() : services;
    }

    public static void MapJobs(this IEndpointRouteBuilder api) =>
        ListJobsEndpoint.Map(api.MapGroup("/api/v1/system")).Requires(Permission.ReadJobs, Reach.Everywhere);
}
