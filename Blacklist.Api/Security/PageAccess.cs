using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authorization;

namespace Blacklist.Api.Security;

/// <summary>One line above a page: who may open it. <see cref="EndpointAccess"/> for endpoints; what declares nothing is closed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RequiredPermission(Permission)];
}

/// <summary>A page for whoever is signed in, about nothing but themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresSignInAttribute : AuthorizeAttribute;

/// <summary>A page about the own account here; whoever an outside issuer answers for has none.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAccountAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new Microsoft.AspNetCore.Authorization.Infrastructure.AssertionRequirement(context => !Session.IsOutside(context.User))];
}

/// <summary>In addition to a permission: the second factor was shown a short time ago, or is asked for now.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresRecentSecondFactorAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [RecentSecondFactor.Instance];
}

/// <summary>A page for everybody.</summary>
/// <param name="reason">Why nobody needs to be known here.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class IsPublicAttribute(string reason) : Attribute, IAllowAnonymous
{
    public string Reason { get; } = reason;
}
