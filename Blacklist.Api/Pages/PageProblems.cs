using Blacklist.Api.Http;

namespace Blacklist.Api.Pages;

/// <summary>
/// Who reads pages is told of refusals and errors in a page: what happened, what was kept, what to do. Status and sentence are those of
/// the API's problem documents.
/// </summary>
internal sealed class PageProblems(RequestDelegate next, ExceptionProblems problems, ILogger<PageProblems> log)
{
    private const string Page = "/pages/problem";

    public async Task InvokeAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response.Headers);
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await Show(context, context.Features.Get<Problem>() ?? new Problem(ProblemKinds.OfStatus(context.Response.StatusCode)));
            }
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var problem = problems.Of(exception);
            ProblemMiddleware.Report(log, problem, exception);
            await Show(context, problem);
        }
    }

    private async Task Show(HttpContext context, Problem problem)
    {
        context.Response.Clear();
        SecurityHeaders.Set(context);
        PageHeaders.Set(context.Response.Headers);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Features.Set(new ShownProblem(problem, context.Request.Path + context.Request.QueryString));
        (context.Request.Method, context.Request.Path) = (HttpMethods.Get, Page);
        await next(context);
    }
}

/// <summary>What the page of a problem is about.</summary>
/// <param name="Address">Where it happened.</param>
internal sealed record ShownProblem(Problem Problem, string Address);
