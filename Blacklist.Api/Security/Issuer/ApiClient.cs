using System.Net;
using System.Text.RegularExpressions;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Security.Issuer;

/// <summary>A machine that may call, and as what.</summary>
/// <param name="Id">The <c>client_id</c>; also the subject of its tokens and of what it records.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Regions">GB/T 2260 codes; 000000 is the whole country.</param>
/// <param name="Purposes">What it may ask eligibility checks for.</param>
/// <param name="Department">The authority it belongs to.</param>
internal sealed partial record ApiClient(
    string Id, string Name, string Department,
    IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, IReadOnlyList<string> Purposes)
{
    public const int MaximumIdLength = 64;

    /// <summary>Where it asks for tokens from, as <c>10.1.0.0/16</c>; anywhere when there is none.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    public static readonly Refusal IdInvalid = new(
        "client_id_invalid", "A client id has 3 to 64 letters, digits, dots, hyphens or underscores.");

    public static readonly Refusal NameEmpty = new("client_name_empty", "The client has no name.");

    public static readonly Refusal RoleUnknown = new("client_role_unknown", "Give at least one role, and only roles the registry knows.");

    public static readonly Refusal RegionInvalid = new(
        "client_region_invalid", "Give at least one region, each as six digits; 000000 is the whole country.");

    public static readonly Refusal NetworkInvalid = new("client_network_invalid", "A network is an address and a length, such as 10.1.0.0/16.");

    public static readonly Refusal Exists = new("client_exists", "There is a client of this id already.");

    /// <summary>Why such a client cannot be registered, or null.</summary>
    public Refusal? Problem =>
        !IdPattern().IsMatch(Id) ? IdInvalid
        : string.IsNullOrWhiteSpace(Name) ? NameEmpty
        : Roles.Count == 0 || Roles.Except(RolePermissions.Roles).Any() ? RoleUnknown
        : Regions.Count == 0 || Regions.Any(code => RegionCode.Parse(code).Value is null) ? RegionInvalid
        : Networks.Any(network => !IPNetwork.TryParse(network, out _)) ? NetworkInvalid
        : null;

    public bool MayComeFrom(IPAddress? address) =>
        Networks.Count == 0
        || (address is not null && Networks.Any(network => IPNetwork.Parse(network).Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{3,64}\z", RegexOptions.None, 100)]
    private static partial Regex IdPattern();
}

/// <summary>A client as the register of clients shows it.</summary>
internal sealed record RegisteredClient(ApiClient Client, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
