using Microsoft.AspNetCore.Authorization;

namespace Blacklist.Api.Security;

/// <summary>Each endpoint says who may call it; one that says nothing is closed to everybody.</summary>
internal static class EndpointAccess
{
    /// <param name="reach">Where the permission ends; <c>docs/access.md</c> is made of both, and each cell of it is tried.</param>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Permission permission, Reach reach)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder().AddRequirements(new RequiredPermission(permission)).Build();
        return endpoint.RequireAuthorization(policy).WithMetadata(new RequiredPermission(permission), reach);
    }

    /// <param name="reason">Why nobody needs to be known here.</param>
    public static TBuilder IsPublic<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new PublicBecause(reason));

    /// <summary>Endpoints that state neither, or both: none may exist.</summary>
    public static IReadOnlyList<string> Undeclared(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints
            .Where(endpoint => (endpoint.Metadata.GetMetadata<RequiredPermission>() is null)
                == (endpoint.Metadata.GetMetadata<PublicBecause>() is not { Reason.Length: > 0 }))
            .Select(endpoint => endpoint.DisplayName ?? endpoint.ToString() ?? "an endpoint without a name"),
    ];
}

/// <summary>Why an endpoint needs no caller.</summary>
internal sealed record PublicBecause(string Reason);

/// <summary>A caller with a role that allows it.</summary>
internal sealed class RequiredPermission(Permission permission) : AuthorizationHandler<RequiredPermission>, IAuthorizationRequirement
{
    public Permission Permission { get; } = permission;

    public override string ToString() => $"Requires {Permission}";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiredPermission requirement)
    {
        if (Caller.From(context.User) is { } caller && caller.May(requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>For endpoints that state nothing: nobody. Where there is no endpoint of ours (404, 405) there is nothing to protect.</summary>
internal sealed class ClosedUnlessDeclared : AuthorizationHandler<ClosedUnlessDeclared>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ClosedUnlessDeclared requirement)
    {
        if ((context.Resource as HttpContext)?.GetEndpoint() is not RouteEndpoint)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
