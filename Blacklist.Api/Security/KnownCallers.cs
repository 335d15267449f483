using System.Security.Claims;
using Blacklist.Api.Security.Sessions;

namespace Blacklist.Api.Security;

/// <summary>
/// The short way in. Who shows a token that is believed already, in roles that allow all that the endpoint demands, goes straight to it; everybody
/// else goes through authentication and authorization, which say why not.
/// </summary>
internal sealed class KnownCallers(RequestDelegate next, BelievedTokens tokens)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { RequestDelegate: { } answer } endpoint
            || endpoint.Metadata.GetOrderedMetadata<RequiredPermission>() is not { Count: > 0 } required
            || endpoint.Metadata.GetMetadata<RecentSecondFactor>() is not null
            || AccessSetup.IsConsole(context.Request.Path)
            || Find(context.Request) is not { } known
            || !required.All(one => known.Caller.May(one.Permission)))
        {
            return next(context);
        }

        context.User = known;
        return answer(context);
    }

    private KnownCaller? Find(HttpRequest request) =>
        request.Headers.Authorization is [{ } sent] && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Find(sent.AsSpan(Scheme.Length).Trim()) : null;
}

/// <summary>A principal that was read once.</summary>
internal sealed class KnownCaller : ClaimsPrincipal
{
    private KnownCaller(ClaimsIdentity identity, Caller caller)
        : base(identity) => Caller = caller;

    public Caller Caller { get; }

    /// <returns>Null without a subject.</returns>
    public static KnownCaller? Of(ClaimsIdentity identity) =>
        Caller.From(new ClaimsPrincipal(identity)) is { } caller ? new KnownCaller(identity, caller) : null;
}
