using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Http;

/// <summary>
/// Every refusal leaves as a problem document: exceptions are translated, bare error statuses (unknown route, wrong method, no token) get a body.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ExceptionProblems problems, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Set(context);
        try
        {
            if (HasNul(context.Request))
                await new Problem(ProblemKinds.InvalidText).ExecuteAsync(context);
            else if (HasForbiddenCharset(context.Request))
                await new Problem(ProblemKinds.UnsupportedMediaType).ExecuteAsync(context);
            else
                await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort(); // nobody is listening any more
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, exception);
        }

        if (IsBare(context.Response))
            await new Problem(ProblemKinds.OfStatus(context.Response.StatusCode)).ExecuteAsync(context);
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var problem = problems.Of(exception);
        Report(log, problem, exception);
        if (context.Response.HasStarted)
        {
            context.Abort(); // half an answer must not look like a whole one
            return;
        }

        context.Response.Clear();
        SecurityHeaders.Set(context);
        await problem.ExecuteAsync(context);
    }

    /// <summary>Only what is our fault or an outage is worth a line.</summary>
    public static void Report(ILogger log, Problem problem, Exception exception)
    {
        if (problem.Kind.Status >= StatusCodes.Status500InternalServerError)
        {
            if (problem.Kind == ProblemKinds.InternalError)
                log.LogError("{Code}: {Trace}", problem.Kind.Code, string.Join(Environment.NewLine, Causes(exception).Select(cause => $"{Name(cause)}{Environment.NewLine}{cause.StackTrace}")));
            else
                log.LogWarning("{Code}: {Causes}", problem.Kind.Code, string.Join(" < ", Causes(exception).Select(Name))); // an outage meets every request: a line each
        }
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    /// <summary>Without its message: that may repeat what the caller sent.</summary>
    private static string Name(Exception cause) => cause is Npgsql.PostgresException { SqlState: var state } ? $"{cause.GetType()} {state}" : $"{cause.GetType()}";

    /// <summary>The JSON reader refuses NUL in bodies and Kestrel in paths; this leaves the query. PostgreSQL cannot hold it.</summary>
    private static bool HasNul(HttpRequest request) => request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true;

    /// <summary>UTF-7, which .NET refuses by an exception that the readers of forms do not expect.</summary>
    private static bool HasForbiddenCharset(HttpRequest request) =>
        request.ContentType is { } sent && NamesUtf7(sent) && MediaTypeHeaderValue.TryParse(sent, out var type) && NamesUtf7(type.Charset.Value ?? "");

    private static bool NamesUtf7(string text) =>
        text.Contains("utf-7", StringComparison.OrdinalIgnoreCase) || text.Contains("utf7", StringComparison.OrdinalIgnoreCase);

    private static bool IsBare(HttpResponse response) =>
        !response.HasStarted && response is { StatusCode: >= 400, ContentLength: null, ContentType: null };
}
