using System.Security.Claims;
using Blacklist.Api.Security.Issuer;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Security;

/// <summary>Who calls, as the token says it. An endpoint takes it as a parameter.</summary>
/// <param name="Regions">GB/T 2260 codes the caller works for, with the retired codes that went on in them.</param>
/// <param name="Purposes">What the caller may ask eligibility checks for.</param>
internal sealed record Caller(
    string Subject, string Name, string Department,
    IReadOnlyList<string> Roles, IReadOnlyList<RegionCode> Regions, IReadOnlyList<string> Purposes)
{
    /// <summary>What the token was narrowed to; null when the caller may do all that the roles allow.</summary>
    public IReadOnlySet<Permission>? Scope { get; private init; }

    /// <summary>The caller as events name who acted.</summary>
    public ClerkId Clerk => new(Subject);

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>With what was filed under the codes that went on in the caller's regions: endpoints and pages have their caller from here.</summary>
    /// <returns>Null where nobody has signed in.</returns>
    public static Caller? Of(HttpContext context) => AsSaid(context)?.With(context.RequestServices.GetRequiredService<RegionSuccession>());

    /// <summary>As the token or the session says it, for records of who called.</summary>
    /// <returns>Null where nobody has signed in.</returns>
    public static Caller? AsSaid(HttpContext context) => context.User is KnownCaller known ? known.Caller : From(context.User);

    /// <returns>Null for a principal without a subject: nobody has signed in.</returns>
    public static Caller? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || user.FindFirstValue(ClaimNames.Subject) is not { Length: > 0 } subject)
            return null;
        return new Caller(
            subject, user.FindFirstValue(ClaimNames.Name) ?? subject, user.FindFirstValue(ClaimNames.Department) ?? "",
            All(user, ClaimNames.Roles), [.. All(user, ClaimNames.Regions).Select(code => RegionCode.Parse(code).Value).OfType<RegionCode>()],
            All(user, ClaimNames.Purposes))
        {
            Scope = user.FindFirstValue(ClaimNames.Scope) is { } scope ? TokenScope.Read(scope) : null,
        };
    }

    public bool May(Permission permission) => RolePermissions.Allow(Roles, permission) && Scope?.Contains(permission) != false;

    public bool Covers(RegionCode region) => Regions.Any(own => own.Covers(region));

    /// <summary>Of the regions, those that the token or the session names.</summary>
    public IEnumerable<RegionCode> OwnRegions => Regions.SkipLast(Inherited);

    private int Inherited { get; init; }

    /// <summary>Also for what was filed under the codes that went on in the caller's regions.</summary>
    public Caller With(RegionSuccession succession)
    {
        var inherited = Regions.SelectMany(succession.InheritedBy).ToList();
        return inherited.Count == 0 ? this : this with { Regions = [.. Regions, .. inherited], Inherited = inherited.Count };
    }

    public bool MayAskFor(string purpose) => Purposes.Contains(purpose);

    private static List<string> All(ClaimsPrincipal user, string claim) => [.. user.FindAll(claim).Select(found => found.Value)];
}
