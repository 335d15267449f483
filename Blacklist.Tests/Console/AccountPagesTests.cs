using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;

namespace Blacklist.Tests.ConsolePages;

/// <summary>Signing in, in a real browser: by password, code and passkey.</summary>
public sealed class AccountPagesTests(AccountPagesTests.Fresh fresh) : IClassFixture<AccountPagesTests.Fresh>
{
    private const string Account = "/console/account";

    private RegistryNode Node => fresh.Node;

    [Theory]
    [InlineData("zh-CN", "登录", "修改密码", "身份验证器", "我的账户")]
    [InlineData("en", "Sign in", "Change password", "Authenticator", "My account")]
    public async Task A_newcomer_replaces_the_password_sets_up_a_second_factor_and_comes_to_the_page_they_wanted(
        string language, string signIn, string newPassword, string authenticator, string account)
    {
        var name = "newcomer." + language;
        var added = (await Node.Service<Users>().Add(name, new UserDetails("孙七", "鄂尔多斯市民政局", ["approver"], ["150600"], []), Users.Operator)).Value!;
        await using var visitor = await Visitor.At(Node.Url, language);

        await visitor.Open(Account);
        (await visitor.Heading()).ShouldBe(signIn);
        await visitor.ShouldBeWell();
        await SubmitPassword(visitor, name, added.Password);
        (await visitor.Heading()).ShouldBe(account);
        await visitor.ShouldBeWell();

        await visitor.Open("/console/account/password");
        (await visitor.Heading()).ShouldBe(newPassword);
        await visitor.ShouldBeWell();
        await visitor.Page.FillAsync("#current", added.Password);
        await visitor.Page.FillAsync("#next", ConsoleUser.Password);
        await visitor.Page.FillAsync("#repeated", ConsoleUser.Password);
        await visitor.Page.ClickAsync("main button.btn-primary");

        await visitor.Open("/console/account/authenticator");
        (await visitor.Heading()).ShouldBe(authenticator);
        await visitor.ShouldBeWell();
        var key = (await visitor.Page.InnerTextAsync("code")).Replace(" ", "", StringComparison.Ordinal);
        await visitor.Page.FillAsync("#code", AuthenticatorCodes.At(key, Node.Clock.GetUtcNow()));
        await visitor.Page.ClickAsync("main button.btn-primary");
        (await visitor.Page.Locator(".codes li").CountAsync()).ShouldBe(10);
        await visitor.ShouldBeWell();

        await visitor.Open(Account);
        (await visitor.Page.Locator("main .panel").Nth(1).Locator("li").CountAsync()).ShouldBeGreaterThan(3);
        await visitor.ShouldBeWell();
    }

    [Fact]
    public async Task Who_is_signed_in_with_password_and_code_comes_back_to_where_they_wanted_to_go_and_leaves()
    {
        var person = await ConsoleUser.Of(Node, "auditor");
        await using var visitor = await Visitor.At(Node.Url);
        await visitor.Open(Account);

        await SubmitPassword(visitor, person.UserName, "wrong password");
        (await visitor.Page.InnerTextAsync("[role=alert]")).ShouldContain("不正确");
        (await visitor.Page.InputValueAsync("#userName")).ShouldBe(person.UserName);
        await visitor.ShouldBeWell();
        await SubmitPassword(visitor, person.UserName, ConsoleUser.Password);
        (await visitor.Heading()).ShouldBe("第二重验证");
        await visitor.ShouldBeWell();
        await visitor.Page.FillAsync("#code", person.Code());
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Arrive(Account + "$");

        await visitor.Button("退出登录").ClickAsync();
        (await visitor.Heading()).ShouldBe("登录");
        await visitor.Page.GoBackAsync();
        await visitor.Page.ReloadAsync();
        (await visitor.Heading()).ShouldBe("登录");
    }

    [Fact]
    public async Task An_expired_session_leads_to_the_sign_in_and_back()
    {
        var person = await ConsoleUser.Of(Node, "registrationClerk");
        await using var visitor = await Visitor.At(Node.Url);
        await person.SignIn(visitor);
        (await visitor.Open("/console/account/password")).ShouldBe(200);
        (await visitor.Heading()).ShouldBe("修改密码");
        Node.Clock.Now += TimeSpan.FromMinutes(31);

        await visitor.Open("/console/account/password");

        (await visitor.Heading()).ShouldBe("登录");
        await SubmitPassword(visitor, person.UserName, ConsoleUser.Password);
        await visitor.Page.FillAsync("#code", person.Code());
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Arrive("/console/account/password$");
    }

    [Fact]
    public async Task A_passkey_is_added_signs_in_without_password_and_is_removed()
    {
        var person = await ConsoleUser.Of(Node, "approver");
        var site = new UriBuilder(Node.Url) { Host = "localhost" }.Uri; // a passkey belongs to a name
        await using var visitor = await Visitor.At(site);
        await VirtualAuthenticator(visitor);
        await SignInByPages(visitor, person);

        await visitor.Open("/console/account/passkeys");
        await visitor.ShouldBeWell();
        await Add(new string('长', 61));
        await visitor.Page.WaitForSelectorAsync("[role=alert]:not([hidden])");
        await Add("办公室电脑");
        await visitor.Page.WaitForSelectorAsync("text=办公室电脑");
        await visitor.ShouldBeWell();

        await visitor.Open(Account);
        await visitor.Button("退出登录").ClickAsync();
        await visitor.Button("使用通行密钥").ClickAsync();
        await visitor.Arrive("^((?!sign-in).)*$");
        await visitor.Open(Account);
        (await visitor.Heading()).ShouldBe("我的账户");

        await visitor.Open("/console/account/passkeys");
        await visitor.Button("移除办公室电脑").ClickAsync();
        await visitor.Page.WaitForSelectorAsync(".empty");

        async Task Add(string name)
        {
            await visitor.Page.EvaluateAsync("document.getElementById('name').removeAttribute('maxlength')"); // another program than a browser has no such limit
            await visitor.Page.FillAsync("#name", name);
            await visitor.Page.ClickAsync("form[data-new] button");
        }
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var http = new HttpClient { BaseAddress = Node.Url };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["userName"] = "somebody", ["password"] = ConsoleUser.Password });

        using var answer = await http.PostAsync(new Uri(SessionCookie.SignInPath, UriKind.Relative), form);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("some\0body")]
    [InlineData("no name at all")]
    public async Task A_name_that_nobody_can_have_is_refused_like_a_wrong_password(string name)
    {
        using var visitor = PageClient.At(Node, null);
        var form = await visitor.Get(SessionCookie.SignInPath);

        var answer = await visitor.PostFile(SessionCookie.SignInPath, form, "file", "none.txt", [], ("userName", name), ("password", ConsoleUser.Password));

        answer.Status.ShouldBe(422);
        answer.Text.ShouldContain("用户名或密码不正确");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    public async Task Nobody_is_led_to_another_site_after_signing_in(string returnTo)
    {
        var person = await ConsoleUser.Of(Node, "registrationClerk");
        await using var visitor = await Visitor.At(Node.Url);
        await visitor.Open($"{SessionCookie.SignInPath}?returnTo={Uri.EscapeDataString(returnTo)}");
        await SubmitPassword(visitor, person.UserName, ConsoleUser.Password);
        await visitor.Page.FillAsync("#code", person.Code());
        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.Arrive("^((?!second-factor).)*$");

        new Uri(visitor.Page.Url).Authority.ShouldBe(Node.Url.Authority);
    }

    private static async Task SubmitPassword(Visitor visitor, string name, string password)
    {
        await visitor.Page.FillAsync("#userName", name);
        await visitor.Page.FillAsync("#password", password);
        await visitor.Page.ClickAsync("main button.btn-primary");
    }

    private static async Task SignInByPages(Visitor visitor, ConsoleUser person)
    {
        await visitor.Open(Account);
        await SubmitPassword(visitor, person.UserName, ConsoleUser.Password);
        await visitor.Page.FillAsync("#code", person.Code());
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Arrive(Account + "$");
    }

    private static async Task VirtualAuthenticator(Visitor visitor)
    {
        var browser = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
    }

    public sealed class Fresh : IAsyncLifetime
    {
        internal RegistryNode Node { get; private set; } = null!;

        public async Task InitializeAsync() => Node = await RegistryNode.Start();

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }
}
