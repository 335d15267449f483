using Blacklist.Api.Http.Json;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Blacklist.Api.Http;

/// <summary>The edge as Program.cs sees it: strict JSON in, problem documents out, limits on both.</summary>
internal static class HttpEdge
{
    /// <param name="exceptions">Which problems the exceptions of other machinery are.</param>
    public static IServiceCollection AddHttpEdge(this IServiceCollection services, Action<ExceptionProblems>? exceptions = null)
    {
        var problems = new ExceptionProblems();
        exceptions?.Invoke(problems);
        return services
            .AddSingleton(problems)
            .Configure<KestrelServerOptions>(Limits.Apply)
            .Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling = true) // each socket's work runs on the pool as it is
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false)
            .ConfigureHttpJsonOptions(options => EdgeJson.Apply(options.SerializerOptions));
    }

    /// <summary>First in the pipeline: what comes before it cannot answer in problem documents.</summary>
    public static IApplicationBuilder UseHttpEdge(this IApplicationBuilder app) => app.UseMiddleware<ProblemMiddleware>();

    /// <summary>What each <c>type</c> of a problem document points to, for whoever follows it.</summary>
    public static void MapProblemPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/problems/{code}", Describe).WithName("describeProblem").WithTags("Problems")
            .WithSummary("What a problem code means").WithDescription("The `type` of every problem document points here.")
            .IsPublic("The meaning of a code is no secret.").Produces<ProblemPage>();
    }

    private static IResult Describe(string code) =>
        ProblemTexts.English.Has(code)
            ? Results.Ok(new ProblemPage(code, Title(ProblemTexts.Chinese, code), Title(ProblemTexts.English, code)))
            : Problems.NotFound();

    private static string Title(ProblemTexts texts, string code) => texts.Title(new ProblemKind(0, code));
}

/// <summary>A code in words.</summary>
[Audit.Disclosed(Audit.DisclosureTier.Nothing)]
internal sealed record ProblemPage(string Code, string Chinese, string English);
