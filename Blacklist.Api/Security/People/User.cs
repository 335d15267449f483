using System.Text.RegularExpressions;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Security.People;

/// <summary>Who somebody is and what they were given; decided by administrators.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Department">The authority they belong to.</param>
/// <param name="Regions">GB/T 2260 codes; 000000 is the whole country.</param>
/// <param name="Purposes">What they may ask eligibility checks for.</param>
internal sealed record UserDetails(
    string Name, string Department, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes)
{
    public static readonly Refusal NameEmpty = new("user_without_name", "The user has no name or no department.");

    public static readonly Refusal RoleUnknown = new("user_role_unknown", "Give at least one role, and only roles the registry knows.");

    public static readonly Refusal RegionInvalid = new("user_region_invalid", "Give at least one region, each as six digits; 000000 is the whole country.");

    public static IReadOnlyList<Refusal> Problems { get; } = [NameEmpty, RoleUnknown, RegionInvalid];

    /// <summary>Why nobody can be given this, or null.</summary>
    public Refusal? Problem =>
        string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(Department) ? NameEmpty
        : Roles.Count == 0 || Roles.Except(RolePermissions.Roles).Any() ? RoleUnknown
        : Regions.Count == 0 || Regions.Any(code => RegionCode.Parse(code).Value is null) ? RegionInvalid
        : null;
}

/// <summary>A person who uses the console, as the register of users knows them.</summary>
internal sealed partial record User(string Id, string UserName, UserDetails Details)
{
    public static readonly Refusal UserNameInvalid = new(
        "user_name_invalid", "A user name has 3 to 64 letters, digits, dots, hyphens or underscores.");

    public required string PasswordHash { get; init; }

    /// <summary>Somebody else knows it: it opens nothing but the page that replaces it.</summary>
    public required bool PasswordIsTemporary { get; init; }

    /// <summary>Changes with all that a running session must not outlive.</summary>
    public required string SecurityStamp { get; init; }

    public required byte[]? SealedAuthenticatorKey { get; init; }

    /// <summary>When the authenticator first proved that it works.</summary>
    public required DateTimeOffset? SecondFactorSince { get; init; }

    public required bool HasPasskey { get; init; }

    public required int FailedAttempts { get; init; }

    public required DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Counts what administrators did.</summary>
    public required long Version { get; init; }

    public required string GrantedBy { get; init; }

    /// <summary>Null while a second administrator has yet to look at what was granted.</summary>
    public required string? ConfirmedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SuspendedAt { get; init; }

    public bool MaySignIn => SuspendedAt is null && ConfirmedBy is not null;

    public bool HasSecondFactor => SecondFactorSince is not null || HasPasskey;

    public static string Normalize(string userName) => userName.ToUpperInvariant();

    public static bool IsUserName(string text) => UserNamePattern().IsMatch(text);

    public override string ToString() => Id;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{3,64}\z", RegexOptions.None, 100)]
    private static partial Regex UserNamePattern();
}
