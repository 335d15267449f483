using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Vault.Keys;
using Blacklist.Domain.Regions;
using Microsoft.Extensions.Configuration;

namespace Blacklist.Tests.Security.Matrix;

/// <summary>A caller of the matrix: what it is, where it works, and whether its department is the one that asked the checks of the world.</summary>
/// <param name="Client">Null for whoever shows no token that is believed.</param>
internal sealed record MatrixCaller(string Name, string? Token, ApiClient? Client, bool Covers, bool OwnDepartment)
{
    private static readonly Dictionary<string, string> Regions = new()
    {
        ["own"] = MatrixWorld.Region,
        ["above"] = "150000",
        ["nation"] = "000000",
        ["below"] = "150602",
        ["other"] = "150700",
    };

    /// <summary>Whether the audit can name it: the registry signed the token itself, be it over or for somebody else.</summary>
    public bool IsNamed => Client is not null || Name is "expired" or "wrong audience";

    /// <summary>Nobody, three whose tokens are not believed, and each role in each region for the department that asked and for another.</summary>
    public static IReadOnlyList<MatrixCaller> All(RegistryNode node)
    {
        var (options, keys) = (node.Service<AccessOptions>(), node.Service<SigningKeys>());
        var issuer = new TokenIssuer(options, keys, TimeProvider.System);
        return
        [
            new("nobody", null, null, false, false),
            new("expired", new TokenIssuer(options, keys, new AdjustableClock { Now = DateTimeOffset.UtcNow.AddHours(-1) }).Issue(ApiClientSamples.Officer).AccessToken, null, false, false),
            new("wrong audience", new TokenIssuer(AccessOptions.From(ForOthers()), keys, TimeProvider.System).Issue(ApiClientSamples.Officer).AccessToken, null, false, false),
            new("withdrawn key", Jwt.For(keys.Current).SignedBy(System.Security.Cryptography.ECDsa.Create()), null, false, false),
            .. from role in RolePermissions.Roles
               from region in Regions
               from ownDepartment in new[] { true, false }
               let client = new ApiClient(
                   $"matrix-{role}-{region.Key}-{ownDepartment}", "测试", ownDepartment ? ApiClientSamples.Clerk.Department : "其他单位", [role], [region.Value], ["registration", "periodicReview"])
               let covers = RegionCode.Parse(region.Value).Value!.Covers(RegionCode.Parse(MatrixWorld.Region).Value!)
               select new MatrixCaller($"{role} of {region.Key} region, {(ownDepartment ? "own" : "other")} department", issuer.Issue(client).AccessToken, client, covers, ownDepartment),
        ];
    }

    /// <summary>What the table says the caller gets; null for an answer of any kind.</summary>
    public int? Refusal(AccessRow row) =>
        row.Public is not null ? null
        : Client is null ? 401
        : !May(row.Permission!.Value) ? 403
        : Reaches(row, row.Reach!) ? null
        : row.Reach!.Elsewhere;

    /// <summary>Whether a list shows what lies in the world.</summary>
    public bool Sees(Reach reach) =>
        reach == Reach.SentList ? false
        : reach == Reach.OwnList ? Covers && May(Permission.ReadAudit)
        : reach == Reach.AskedChecks ? Covers && (OwnDepartment || May(Permission.ReadChecksOfOthers))
        : Covers;

    private bool Reaches(AccessRow row, Reach reach) =>
        reach == Reach.Everywhere || reach == Reach.ListOfRegions || reach == Reach.OwnList || reach == Reach.AskedChecks
        || reach == Reach.GivenPurpose || reach == Reach.SentList
        || (reach == Reach.WholeNation ? Client!.Regions.Contains("000000")
            : reach == Reach.AskedCheck ? Covers && (May(Permission.ReadChecksOfOthers) || (OwnDepartment && !row.TellsGrounds))
            : reach == Reach.SentThing ? false // all were sent by somebody else
            : reach == Reach.OwnThing ? Covers && May(Permission.ReadAudit)
            : Covers);

    private bool May(Permission permission) => RolePermissions.Allow(Client!.Roles, permission);

    private static IConfiguration ForOthers() =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Authentication:Audience"] = "another" }).Build();
}
