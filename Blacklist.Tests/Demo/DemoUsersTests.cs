using Blacklist.Api.Demo;
using Blacklist.Api.Hosting;
using Blacklist.Api.Security.People;

namespace Blacklist.Tests.Demo;

public sealed class DemoUsersTests
{
    [Fact]
    public async Task Each_role_of_the_console_has_a_user_who_can_sign_in_also_after_the_demo_ran_twice()
    {
        await using var node = await RegistryNode.Start();
        var demo = new DemoUsers(node.Service<Users>(), node.Service<UserStore>(), node.Service<DataFolder>());

        var first = await demo.Prepare();
        var second = await demo.Prepare();

        second.Select(user => user.Password).ShouldBe(first.Select(user => user.Password));
        first.SelectMany(user => user.Roles).Distinct()
            .ShouldBe(["registrationClerk", "caseOfficer", "approver", "appealsAdministrator", "administrator", "auditor"], ignoreOrder: true);
        foreach (var user in first)
        {
            var stored = (await node.Service<Users>().Named(user.User))!;
            Passwords.Matches(stored.PasswordHash, user.Password).ShouldBeTrue(user.User);
            (stored.MaySignIn, stored.PasswordIsTemporary, stored.HasSecondFactor).ShouldBe((true, false, true), user.User);
        }
    }
}
