using Blacklist.Api.Security;
using Blacklist.Tests.ConsolePages;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Security.Matrix;

/// <summary>What must not be done from a screen that was left alone, by token and in the console alike.</summary>
public sealed class StepUpTests
{
    /// <summary>Under these rights, secrets and rules are given, people are barred, numbers come out and persons are erased.</summary>
    private static readonly Permission?[] Grave =
    [
        Permission.AdministerClients, Permission.AdministerUsers, Permission.RotateKeys, Permission.AdoptRules, Permission.DecideListings, Permission.UnmaskIdentities,
        Permission.ErasePersons,
    ];

    /// <summary>Acts that only take something away: whoever has to be quick is not held up.</summary>
    private static readonly string[] TakesAway = ["/revocation", "/suspension"];

    [Fact]
    public async Task Whoever_gives_rights_secrets_or_rules_has_just_shown_the_second_factor()
    {
        await using var node = await RegistryNode.Start();
        var endpoints = AccessRow.All(node.Service<EndpointDataSource>()).Where(row => row.Method == "POST" && Grave.Contains(row.Permission)).Select(row => (row.Path, row.StepUp)).ToList();
        var forms = (await PageRow.All(node)).Where(row => row.IsCommand && Grave.Contains(row.Permission)).Select(row => (row.Path, row.StepUp)).ToList();

        endpoints.ShouldNotBeEmpty();
        forms.ShouldNotBeEmpty();
        endpoints.Concat(forms).Where(row => row.StepUp == TakesAway.Any(act => row.Path.EndsWith(act, StringComparison.Ordinal))).ShouldBeEmpty();
    }
}
