using Blacklist.Api.Security;

namespace Blacklist.Tests.Security;

public sealed class RolePermissionsSpecs
{
    [Theory]
    [InlineData("registrationClerk", Permission.AskChecks, true)]
    [InlineData("registrationClerk", Permission.ProposeListings, false)]
    [InlineData("caseOfficer", Permission.ProposeListings, true)]
    [InlineData("approver", Permission.DecideListings, true)]
    [InlineData("auditor", Permission.ReadAudit, true)]
    [InlineData("auditor", Permission.AskChecks, false)]
    [InlineData("Auditor", Permission.ReadAudit, false)] // roles are exact
    [InlineData("root", Permission.ReadAudit, false)] // unknown roles have nothing
    public void A_role_has_its_permissions_and_no_others(string role, object permission, bool allowed) =>
        RolePermissions.Allow([role], (Permission)permission).ShouldBe(allowed);

    [Fact]
    public void No_single_role_both_proposes_and_decides() =>
        RolePermissions.Roles.ShouldAllBe(role =>
            !RolePermissions.Allow(new[] { role }, Permission.ProposeListings) || !RolePermissions.Allow(new[] { role }, Permission.DecideListings));

    [Fact]
    public void Every_permission_belongs_to_some_role() =>
        Enum.GetValues<Permission>().ShouldAllBe(permission => RolePermissions.Allow(RolePermissions.Roles, permission));
}
