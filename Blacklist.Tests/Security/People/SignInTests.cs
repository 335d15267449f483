using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Blacklist.Tests.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Security.People;

public sealed class SignInTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    [Fact]
    public async Task A_password_opens_a_session_that_carries_who_it_is_and_what_they_may_do()
    {
        var user = await host.User("clerk.in", PeopleHost.ClerkDetails);
        using var browser = host.Browser();

        (await browser.SignIn("Clerk.In")).ShouldBe("in");

        var who = (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);
        who["subject"].ShouldBe(user.Id);
        who["name"].ShouldBe("赵六");
        JsonNode.DeepEquals(who.Body["roles"], new JsonArray("registrationClerk")).ShouldBeTrue();
        var cookie = browser.Cookies.Single(cookie => cookie.Name == Session.Scheme);
        cookie.HttpOnly.ShouldBeTrue();
    }

    [Fact]
    public async Task Unknown_wrong_suspended_and_locked_look_the_same()
    {
        var suspended = await host.User("suspended", PeopleHost.ClerkDetails);
        (await host.Users.Suspend(suspended, Users.Operator)).ShouldBeTrue();
        await host.User("locked", PeopleHost.ClerkDetails);
        using var browser = host.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.SignIn("locked", "wrong-password-1")).ShouldBe("refused");

        (await browser.SignIn("locked")).ShouldBe("refused");
        (await browser.SignIn("suspended")).ShouldBe("refused");
        (await browser.SignIn("nobody")).ShouldBe("refused");
        browser.Cookies.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lock_ends_by_itself()
    {
        await host.User("locked.once", PeopleHost.ClerkDetails);
        using var browser = host.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
            await browser.SignIn("locked.once", "wrong-password-1");

        host.Clock.Now += TimeSpan.FromMinutes(16);

        (await browser.SignIn("locked.once")).ShouldBe("in");
    }

    [Fact]
    public async Task Many_wrong_names_from_one_address_wait()
    {
        using var browser = host.Browser();
        for (var attempt = 0; attempt < 10; attempt++)
            (await browser.SignIn("who.is.this")).ShouldBe("refused");

        (await browser.SignIn("who.is.this")).ShouldBe("wait");
    }

    [Fact]
    public async Task What_nobody_can_be_called_is_refused_like_an_unknown_name_and_remembered_as_one()
    {
        using var browser = host.Browser();
        for (var attempt = 0; attempt < 10; attempt++)
            (await browser.SignIn($"no name {attempt}")).ShouldBe("refused");

        (await browser.SignIn(new string('x', 2000))).ShouldBe("wait");
        (await browser.SignIn("a.possible.name")).ShouldBe("refused");
    }

    [Fact]
    public async Task Who_has_an_authenticator_needs_its_code_and_each_code_counts_once()
    {
        var (_, key) = await host.UserWithAuthenticator("approver.in", PeopleHost.ApproverDetails);
        using var browser = host.Browser();
        (await browser.SignIn("approver.in")).ShouldBe("code");
        (await browser.Get("/console/who")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.Code("000000")).ShouldBe("refused");
        var code = host.NextCode(key);
        (await browser.Code(code)).ShouldBe("in");
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);

        using var thief = host.Browser();
        (await thief.SignIn("approver.in")).ShouldBe("code");
        (await thief.Code(code)).ShouldBe("refused");
    }

    [Fact]
    public async Task Without_the_password_a_code_is_worth_nothing()
    {
        var (_, key) = await host.UserWithAuthenticator("approver.code", PeopleHost.ApproverDetails);
        using var browser = host.Browser();

        (await browser.Code(host.NextCode(key))).ShouldBe("refused");
    }

    [Fact]
    public async Task Wrong_codes_lock_too()
    {
        var (_, key) = await host.UserWithAuthenticator("approver.locked", PeopleHost.ApproverDetails);
        using var browser = host.Browser();
        (await browser.SignIn("approver.locked")).ShouldBe("code");
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.Code("000000")).ShouldBe("refused");

        (await browser.Code(host.NextCode(key))).ShouldBe("refused");
    }

    [Fact]
    public async Task Attempts_that_come_at_once_are_no_more_than_attempts_after_each_other()
    {
        await host.User("locked.at.once", PeopleHost.ClerkDetails);
        var attempts = host.App.Services.GetRequiredService<Attempts>();
        var known = new List<User>();
        for (var attempt = 0; attempt < 20; attempt++)
            known.Add((await host.Users.Named("locked.at.once"))!);

        var judged = await Task.WhenAll(known.Select(attempts.Count));

        judged.Count(isJudged => isJudged).ShouldBe(5);
    }

    [Fact]
    public async Task A_temporary_password_opens_nothing_but_its_replacement()
    {
        var added = (await host.Users.Add("newcomer", PeopleHost.ClerkDetails, Users.Operator)).Value!;
        using var browser = host.Browser();
        (await browser.SignIn("newcomer", added.Password)).ShouldBe("in");

        var denied = (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
        denied.PathAndQuery().ShouldBe(SessionCookie.PasswordPath + "?returnTo=%2Fconsole%2Fwho");

        (await NewPassword(browser, added.Password, "short")).ShouldBe("password.tooShort");
        (await NewPassword(browser, added.Password, "newcomer-and-more")).ShouldBe("password.containsName");
        (await NewPassword(browser, added.Password, "aaaaaaaaaaaabbbb")).ShouldBe("password.tooPlain");
        (await NewPassword(browser, "not the password", PeopleHost.Password)).ShouldBe("password.currentWrong");
        (await NewPassword(browser, added.Password, PeopleHost.Password)).ShouldBe("");
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_does_nothing_before_it_is_set_up()
    {
        await host.User("approver.new", PeopleHost.ApproverDetails);
        using var browser = host.Browser();
        (await browser.SignIn("approver.new")).ShouldBe("in");
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect).Path().ShouldBe(SessionCookie.AuthenticatorPath);

        var key = (await browser.Get("/console/new-key")).Text;
        (await browser.Post("/console/new-key?code=000000")).Text.ShouldBe("refused");
        var codes = (await browser.Post($"/console/new-key?code={host.NextCode(key)}")).Text.Split(' ');

        codes.Length.ShouldBe(10);
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);
        using var later = host.Browser();
        (await later.SignIn("approver.new")).ShouldBe("code");
        (await later.Code(codes[3])).ShouldBe("in");
        using var again = host.Browser();
        (await again.SignIn("approver.new")).ShouldBe("code");
        (await again.Code(codes[3])).ShouldBe("refused");
    }

    [Fact]
    public async Task What_a_database_shows_lets_nobody_in()
    {
        var (user, key) = await host.UserWithAuthenticator("in.the.database", PeopleHost.ApproverDetails);

        var rows = await host.Database.Owner.Scalar<string>("select string_agg(u::text, ' ') || string_agg(k::text, ' ') from security.users u, security.session_keys k");

        rows.ShouldContain(user.Id);
        rows.ShouldNotContain(PeopleHost.Password);
        rows.ShouldNotContain(key);
        rows.ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(key)));
        rows.ShouldNotContain("masterKey");
    }

    private static async Task<string> NewPassword(Browser browser, string current, string next) =>
        (await browser.Post($"/console/new-password?current={Uri.EscapeDataString(current)}&next={Uri.EscapeDataString(next)}")).Text;
}
