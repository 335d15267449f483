using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;

namespace Blacklist.Tests.ConsolePages;

/// <summary>用户 and 接口客户端: administrators give rights and take them back, on pages.</summary>
public sealed class UserAndClientPageTests(ConsoleRegistry registry) : IClassFixture<ConsoleRegistry>
{
    private const string Users = "/console/users";
    private const string Clients = "/console/clients";

    [Theory]
    [InlineData("zh-CN", "zhao.liu", "待另一名管理员确认", "可以登录", "已停用")]
    [InlineData("en", "sun.qi", "Awaits a second administrator", "May sign in", "Suspended")]
    public async Task A_user_is_added_confirmed_by_another_suspended_resumed_and_reset(string language, string userName, string awaits, string active, string suspended)
    {
        await using var first = await registry.Node.Visit(ApiClientSamples.AdministratorOfOrdos, language);
        await first.Open(Users + "/new");
        await first.ShouldBeWell();
        await first.Fill(("userName", userName), ("name", "赵六"), ("department", "鄂尔多斯市民政局"), ("roles", "approver"), ("regions", "150602"));
        await first.Check();
        (await first.Content()).ShouldContain("150602");
        await first.ShouldBeWell();
        (await registry.Node.Service<Users>().Named(userName)).ShouldBeNull(); // it was only tried
        await first.Send();
        var password = await first.Page.Locator(".secret").InnerTextAsync();
        (await first.Content()).ShouldContain(awaits);
        await first.ShouldBeWell();
        await first.Page.ReloadAsync();
        (await first.Page.Locator(".secret").CountAsync()).ShouldBe(0);
        (await first.Page.Locator("a[href$='/confirmation']").CountAsync()).ShouldBe(0);
        var user = new Uri(first.Page.Url).AbsolutePath;

        await using var second = await registry.Node.Visit(ApiClientSamples.SecondAdministrator, language);
        (await second.Open(user + "/confirmation")).ShouldBe(200);
        await second.ShouldBeWell();
        await second.Send();
        (await second.Content()).ShouldContain(active);
        await second.Do(user + "/grants", ("name", "赵六六"), ("purposes", "registration"));
        await second.Open(user + "/suspension");
        await second.Send();
        (await second.Content()).ShouldContain(suspended);
        await second.Open(user + "/suspension/end");
        await second.Send();
        await second.Open(user + "/reset");
        await second.Send();
        (await second.Page.Locator(".secret").InnerTextAsync()).ShouldNotBe(password);
        (await second.Content()).ShouldContain(awaits); // an approver's: another administrator looks at it
        (await second.Page.Locator("#acts ~ .scroll tbody tr").CountAsync()).ShouldBe(6);
        (await second.Heading()).ShouldBe("赵六六");
    }

    [Fact]
    public async Task Who_was_slower_sees_that_the_user_changed_and_overwrites_nothing()
    {
        var user = await Added("qian.ba");
        await using var slow = await registry.Node.Visit(ApiClientSamples.AdministratorOfOrdos);
        await slow.Open($"{Users}/{user}/grants");
        await slow.Fill(("department", "另一单位"));
        await slow.Check();
        await using var quick = await registry.Node.Visit(ApiClientSamples.Administrator);
        await quick.Do($"{Users}/{user}/grants", ("name", "钱九"));

        await slow.Step("send");
        await slow.Page.Locator("#content [role=alert]").WaitForAsync();

        await slow.ShouldBeWell();
        (await registry.Node.Service<Users>().Find(user))!.Details.ShouldSatisfyAllConditions(now => now.Name.ShouldBe("钱九"), now => now.Department.ShouldBe("鄂尔多斯市民政局"));
        await slow.Page.Locator(".actions button[name=_step][value=check]").WaitForAsync(); // what was typed is still there, to be sent again
        (await slow.Page.Locator("[name=department]").InputValueAsync()).ShouldBe("另一单位");
    }

    [Fact]
    public async Task What_is_wrong_is_said_before_anything_is_done()
    {
        await Added("li.jiu");
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AdministratorOfOrdos);
        await administrator.Open(Users + "/new");
        await administrator.Fill(("userName", "li.jiu"), ("name", "李九"), ("department", "鄂尔多斯市民政局"), ("roles", "partner"), ("regions", "150600"));
        await administrator.Step("check:visible");
        (await administrator.Alert()).ShouldContain("该用户名已被使用");
        await administrator.ShouldBeWell();

        await administrator.Open(Clients + "/register/new");
        await administrator.Fill(("id", "no spaces"), ("name", "登记系统"), ("department", "鄂尔多斯市民政局"), ("roles", "registrationSystem"), ("regions", "150600"));
        await administrator.Step("check:visible");
        (await administrator.Alert()).ShouldContain("客户端标识");
        await administrator.ShouldBeWell();
    }

    [Theory]
    [InlineData("zh-CN", "systems.of.dongsheng", "吊销", "该客户端已被吊销")]
    [InlineData("en", "systems-of-dongsheng", "Revoked", "The client was revoked")]
    public async Task A_client_is_added_with_a_secret_shown_once_rotated_and_revoked(string language, string id, string revoked, string refusal)
    {
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AdministratorOfOrdos, language);
        await administrator.Open(Clients + "/register/new");
        await administrator.ShouldBeWell();
        (await administrator.Page.Locator("[name=roles][value=approver]").CountAsync()).ShouldBe(0); // for people only
        await administrator.Fill(
            ("id", id), ("name", "东胜区登记系统"), ("department", "东胜区民政局"), ("roles", "registrationSystem"), ("regions", "150602"), ("purposes", "registration"),
            ("networks", "10.15.6.0/24\n10.15.7.0/24"));
        await administrator.Check();
        await administrator.Send();
        var secret = await administrator.Page.Locator(".secret").InnerTextAsync();
        await administrator.ShouldBeWell();
        (await Authenticates(id, secret)).ShouldBeTrue();
        await administrator.Page.ReloadAsync();
        (await administrator.Page.Locator(".secret").CountAsync()).ShouldBe(0);
        (await administrator.Content()).ShouldContain("10.15.7.0/24");

        await administrator.Do($"{Clients}/{id}/secret", ("overlapHours", "0"));
        (await Authenticates(id, secret)).ShouldBeFalse();
        (await Authenticates(id, await administrator.Page.Locator(".secret").InnerTextAsync())).ShouldBeTrue();
        await administrator.Do($"{Clients}/{id}/keys", ("publicKey", AKey));
        await administrator.ShouldBeWell();
        await administrator.Page.Locator("a[href*='/keys/'][href$='/revocation']").ClickAsync();
        await administrator.Send();
        (await administrator.Page.Locator("a[href*='/keys/']").CountAsync()).ShouldBe(0);
        await administrator.Open($"{Clients}/{id}/revocation");
        await administrator.Send();
        (await administrator.Page.Locator(".mark.bad").InnerTextAsync()).ShouldContain(revoked);
        (await administrator.Page.Locator("a[href$='/secret']").CountAsync()).ShouldBe(0);

        await administrator.Open($"{Clients}/{id}/secret");
        await administrator.Step("check:visible");
        await administrator.Page.Locator("#content [role=alert]").WaitForAsync();
        (await administrator.Alert()).ShouldContain(refusal);
        await administrator.Open($"{Clients}?query={id}");
        (await administrator.Page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        await administrator.ShouldBeWell();
    }

    [Fact]
    public async Task A_task_is_done_with_the_keyboard_alone()
    {
        var user = await Added("wang.shi");
        await using var administrator = await registry.Node.Visit(ApiClientSamples.AdministratorOfOrdos);
        await administrator.Open($"{Users}/{user}/suspension");
        await administrator.Page.Locator("button[value=send]").FocusAsync();
        await administrator.Page.Keyboard.PressAsync("Enter");
        await administrator.Page.Locator(".note.done").WaitForAsync();

        (await registry.Node.Service<Users>().Find(user))!.SuspendedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Others_and_administrators_of_another_region_see_nothing_of_it()
    {
        var user = await Added("zheng.shi");
        using var clerk = PageClient.At(registry.Node, ApiClientSamples.Clerk, hasSecondFactor: true);
        foreach (var path in new[] { Users, Users + "/new", $"{Users}/{user}", $"{Users}/{user}/reset", Clients, Clients + "/register/new", Clients + "/officer-150000" })
        {
            (await clerk.Get(path)).Status.ShouldBe(403, path);
        }

        using var elsewhere = PageClient.At(registry.Node, ApiClientSamples.Administrator with { Id = "administrator-500000", Regions = ["500000"] }, hasSecondFactor: true);
        foreach (var path in new[] { $"{Users}/{user}", $"{Users}/{user}/grants", Users + "/u-nobody", Clients + "/system-150600", Clients + "/system-150600/secret", Clients + "/nobody" })
        {
            (await elsewhere.Get(path)).Status.ShouldBe(404, path);
        }

        (await elsewhere.Get(Clients)).Text.ShouldNotContain("system-150600");
        (await elsewhere.Get(Users)).Text.ShouldNotContain(user);
    }

    private const string AKey = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    private async Task<bool> Authenticates(string id, string secret) => await registry.Node.Service<ApiClients>().Authenticate(id, secret, CancellationToken.None) is not null;

    private async Task<string> Added(string userName) => (await registry.Node.Service<Users>().Add(
        userName, new UserDetails("钱八", "鄂尔多斯市民政局", ["registrationClerk"], ["150600"], ["registration"]), "another-administrator")).Value!.Id;
}
