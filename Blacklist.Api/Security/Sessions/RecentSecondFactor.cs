using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Blacklist.Api.Security.Sessions;

/// <summary>
/// For what must not be done from a screen that was left alone: a person has shown a second factor a short time ago. Machines have none;
/// what they may do is limited otherwise.
/// </summary>
internal sealed class RecentSecondFactor : IAuthorizationRequirement
{
    public static readonly RecentSecondFactor Instance = new();

    /// <summary>The caller may do it, once they have shown their second factor again.</summary>
    public static bool IsAllThatIsMissing(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<RecentSecondFactor>() is not null || metadata.GetMetadata<RequiresRecentSecondFactorAttribute>() is not null)
        && EndpointAccess.PermissionsOf(metadata).All(permission => Caller.From(http.User)?.May(permission) is true)
        && !IsShown(http);

    /// <summary>RFC 9068 §2.2: a person's token names its client, too; a client that acts for itself is the subject, as in all tokens of the registry's own.</summary>
    public static bool IsMachine(ClaimsPrincipal caller) =>
        caller.FindFirstValue(ClaimNames.ClientId) is { Length: > 0 } client && client == caller.FindFirstValue(ClaimNames.Subject);

    /// <summary>For a page of which only a part demands it.</summary>
    public static bool IsShown(HttpContext http) => http.RequestServices.GetRequiredService<Session>().IsRecent(Session.ProofOf(http.User));
}

internal sealed class RecentSecondFactorHandler(Session session) : AuthorizationHandler<RecentSecondFactor>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RecentSecondFactor requirement)
    {
        if (RecentSecondFactor.IsMachine(context.User) || session.IsRecent(Session.ProofOf(context.User)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
