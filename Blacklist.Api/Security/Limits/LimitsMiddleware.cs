namespace Blacklist.Api.Security.Limits;

/// <summary>Who came in the long way passes the same door.</summary>
internal sealed class LimitsMiddleware(RequestDelegate next, CallerDoor door)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is { } endpoint && EndpointAccess.PermissionsOf(endpoint.Metadata).Any() && Caller.AsSaid(context) is { } caller
            ? door.Let(context, caller, next)
            : next(context);
}
