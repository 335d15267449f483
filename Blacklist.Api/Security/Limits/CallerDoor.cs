using System.Globalization;
using Blacklist.Api.Http;

namespace Blacklist.Api.Security.Limits;

/// <summary>Who is paused is refused, who asks too fast is told to wait; everybody is told what is left (draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class CallerDoor(OracleGuard guard, CallerLimits limits, PausedCallers paused, TimeProvider time)
{
    public Task Let(HttpContext context, Caller caller, RequestDelegate inside)
    {
        if (!limits.Enabled)
        {
            return inside(context);
        }

        var (use, now) = (guard.Of(caller), time.GetUtcNow());
        if (paused.Has(caller.Subject))
        {
            use.Refused(now);
            return Refuse(context, OracleGuard.Paused());
        }

        var allowance = use.Request(now);
        Tell(context.Response.Headers, use.Limit, allowance);
        return allowance.Left < 0 ? Refuse(context, LimitProblems.TooManyRequests(allowance.Seconds)) : inside(context);
    }

    private static void Tell(IHeaderDictionary headers, CallerLimit limit, RequestAllowance allowance)
    {
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";q={limit.RequestsPerMinute};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";r={Math.Max(0, allowance.Left)};t={allowance.Seconds}");
    }

    /// <summary>Who reads pages gets a page, made further out of the bare status.</summary>
    private static Task Refuse(HttpContext context, Problem problem)
    {
        if (!AccessSetup.IsConsole(context.Request.Path))
        {
            return problem.ExecuteAsync(context);
        }

        context.Response.StatusCode = problem.Kind.Status;
        return Task.CompletedTask;
    }
}
