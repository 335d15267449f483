using System.Collections.Frozen;
using Blacklist.Api.EventLog.Json;

namespace Blacklist.Api.Security.Issuer;

/// <summary>A client may ask for a token that can do less than its roles allow: a scope is the word of a permission, as in <c>askChecks readChecks</c>.</summary>
internal static class TokenScope
{
    public static IEnumerable<string> Known => EnumWords.All<Permission>();

    /// <summary>Each is known, and one of the roles allows it.</summary>
    public static bool IsGranted(string scope, IReadOnlyList<string> roles) =>
        Words(scope).All(word => EnumWords.TryRead<Permission>(word, out var permission) && RolePermissions.Allow(roles, permission));

    /// <summary>A word that nobody knows allows nothing.</summary>
    public static IReadOnlySet<Permission> Read(string scope) =>
        Words(scope).Select(word => EnumWords.TryRead<Permission>(word, out var permission) ? permission : (Permission?)null).OfType<Permission>().ToFrozenSet();

    private static string[] Words(string scope) => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
