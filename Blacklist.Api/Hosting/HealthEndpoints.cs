using Blacklist.Api.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Blacklist.Api.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: every registered health check is met; a balancer sends calls only then.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).IsPublic("A balancer asks it, and learns nothing else.");
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).IsPublic("A balancer asks it, and learns nothing else.");
    }

    private static Task Write(HttpContext context, HealthReport report) =>
        report.Status == HealthStatus.Healthy
            ? context.Response.WriteAsJsonAsync(new { status = "healthy" }, context.RequestAborted)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: "Not ready",
                detail: string.Join(" ", report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description)),
                extensions: new Dictionary<string, object?> { ["code"] = "not_ready" }).ExecuteAsync(context);
}
