using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

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

    /// <summary>In addition to a permission; see <see cref="RecentSecondFactor"/>.</summary>
    public static TBuilder RequiresRecentSecondFactor<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder().AddRequirements(RecentSecondFactor.Instance).Build();
        return endpoint.RequireAuthorization(policy).WithMetadata(RecentSecondFactor.Instance);
    }

    /// <param name="reason">Why nobody needs to be known here.</param>
    public static TBuilder IsPublic<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new PublicBecause(reason));

    /// <summary>Endpoints that state neither, or both: none may exist. Pages among them are read as they are served.</summary>
    public static async Task<IReadOnlyList<string>> Undeclared(EndpointDataSource endpoints, PageLoader? pages = null)
    {
        var undeclared = new List<string>();
        foreach (var endpoint in endpoints.Endpoints)
        {
            var metadata = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && pages is not null
                ? new EndpointMetadataCollection((await pages.LoadAsync(page, endpoint.Metadata)).EndpointMetadata ?? [])
                : endpoint.Metadata;
            if (IsClosed(metadata) == IsOpen(metadata))
                undeclared.Add(endpoint.DisplayName ?? endpoint.ToString() ?? "an endpoint without a name");
        }

        return undeclared;
    }

    /// <summary>All that an endpoint or a page demands.</summary>
    public static IEnumerable<Permission> PermissionsOf(EndpointMetadataCollection metadata) =>
        metadata.GetOrderedMetadata<RequiredPermission>().Select(required => required.Permission)
            .Concat(metadata.GetOrderedMetadata<RequiresAttribute>().Select(required => required.Permission));

    private static bool IsClosed(EndpointMetadataCollection metadata) =>
        PermissionsOf(metadata).Any() || metadata.GetMetadata<RequiresSignInAttribute>() is not null || metadata.GetMetadata<RequiresAccountAttribute>() is not null;

    private static bool IsOpen(EndpointMetadataCollection metadata) =>
        (metadata.GetMetadata<PublicBecause>()?.Reason ?? metadata.GetMetadata<IsPublicAttribute>()?.Reason) is { Length: > 0 };
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
