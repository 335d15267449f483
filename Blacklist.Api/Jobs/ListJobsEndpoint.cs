using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Jobs;

internal static class ListJobsEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder system) => system.MapGet("/jobs", Handle)
        .Summary("How the registry's jobs fare", "What it does by itself: which node runs it, since when, and what the last turn came to.")
        .Answers<IReadOnlyList<JobStatus>>(StatusCodes.Status200OK);

    public static async Task<IResult> Handle(JobStatusRows jobs, CancellationToken cancellation) => Answer.Ok(await jobs.All(cancellation));
}
