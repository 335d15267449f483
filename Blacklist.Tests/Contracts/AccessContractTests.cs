using System.Text;
using Blacklist.Api.Security;
using Blacklist.Tests.Security.Matrix;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Contracts;

/// <summary>
/// The page of who may do what is what the endpoints say. After a change that is meant, write it anew and look at the difference:
/// <c>RENEW_CONTRACTS=1 dotnet test --filter AccessContractTests</c>
/// </summary>
public sealed class AccessContractTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "Blacklist.Api", "docs", "access.md");

    private static readonly (string Role, string Head)[] Roles =
    [
        ("registrationClerk", "clerk"), ("registrationSystem", "system"), ("partner", "partner"), ("caseOfficer", "officer"), ("approver", "approver"),
        ("appealsAdministrator", "appeals"), ("administrator", "admin"), ("auditor", "auditor"),
    ];

    [Fact]
    public async Task The_page_of_who_may_do_what_is_what_the_endpoints_say()
    {
        Roles.Select(role => role.Role).ShouldBe(RolePermissions.Roles, ignoreOrder: true);
        await using var node = await RegistryNode.Start();
        var page = Write(AccessRow.All(node.Service<EndpointDataSource>()));
        if (Environment.GetEnvironmentVariable("RENEW_CONTRACTS") == "1")
        {
            await File.WriteAllTextAsync(Page, page);
        }

        page.ShouldBe(await File.ReadAllTextAsync(Page));
    }

    private static string Write(IReadOnlyList<AccessRow> rows)
    {
        var page = new StringBuilder(
            """
            # Who may do what

            Written from the endpoints (`…Api.cs`) and `Security/RolePermissions.cs` by `AccessContractTests`; not by hand. `AccessMatrixTests` asks every endpoint as every
            kind of caller and finds these answers: without a token that is believed 401; without the permission 403; beyond the reach as the second table says.
            A region is within reach when it is one of the caller's, lies below one of them, or is a retired code that went on in one of them.

            | endpoint | permission | reach |
            """).Append(string.Concat(Roles.Select(role => $" {role.Head} |"))).Append('\n').Append("| --- | --- | --- |").Append(string.Concat(Roles.Select(_ => " :-: |"))).Append('\n');
        foreach (var row in rows.Where(row => row.Permission is not null))
        {
            page.Append($"| `{row}` | {row.Permission} | {row.Reach} |")
                .Append(string.Concat(Roles.Select(role => RolePermissions.Allow([role.Role], row.Permission!.Value) ? " x |" : " |"))).Append('\n');
        }

        page.Append("\n## Reach\n\n| reach | means | elsewhere |\n| --- | --- | --- |\n");
        foreach (var reach in rows.Select(row => row.Reach).OfType<Reach>().Distinct().OrderBy(reach => reach.Name, StringComparer.Ordinal))
        {
            page.Append($"| {reach} | {reach.Means} | {reach.Elsewhere?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} |\n");
        }

        page.Append("\n## For everybody\n\n| endpoint | because |\n| --- | --- |\n");
        foreach (var row in rows.Where(row => row.Public is not null))
        {
            page.Append($"| `{row}` | {row.Public} |\n");
        }

        return page.ToString();
    }
}
