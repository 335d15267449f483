namespace Blacklist.Api.Security;

/// <summary>Claims of the registry's own tokens; an outside issuer's are renamed to these (<see cref="AccessOptions.ClaimOf"/>).</summary>
internal static class ClaimNames
{
    public const string Subject = "sub";
    public const string ClientId = "client_id";
    public const string Name = "name";
    public const string Department = "department";
    public const string Roles = "roles";
    public const string Regions = "regions";
    public const string Purposes = "purposes";

    /// <summary>RFC 9068 §2.2.3: what the token was narrowed to.</summary>
    public const string Scope = "scope";
}
