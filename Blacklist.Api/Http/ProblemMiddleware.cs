using System.Text;
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
            log.Log(problem.Kind == ProblemKinds.InternalError ? LogLevel.Error : LogLevel.Warning, "{Code}: {Trace}", problem.Kind.Code, Trace(exception));
    }

    /// <summary>Types and frames without messages: a message may repeat what the caller sent.</summary>
    private static string Trace(Exception exception)
    {
        var text = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            text.Append(cause.GetType()).Append((cause as Npgsql.PostgresException)?.SqlState is { } state ? $" {state}" : "").AppendLine().AppendLine(cause.StackTrace);
        return text.ToString();
    }

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
