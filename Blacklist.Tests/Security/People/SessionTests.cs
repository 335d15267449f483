using System.Net;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Security.People;

public sealed class SessionTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    [Fact]
    public async Task Nobody_is_sent_to_sign_in_and_back_and_a_script_is_told_so()
    {
        using var browser = host.Browser();

        var sent = (await browser.Get("/console/who?a=b")).ShouldBe(HttpStatusCode.Redirect);

        sent.PathAndQuery().ShouldBe(SessionCookie.SignInPath + "?returnTo=%2Fconsole%2Fwho%3Fa%3Db");
        using var script = new HttpClient { BaseAddress = host.Client.BaseAddress };
        script.DefaultRequestHeaders.Add("HX-Request", "true");
        (await script.GetAsync(new Uri("/console/who", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_asked_for_half_an_hour()
    {
        using var browser = await SignedIn("idle");
        host.Clock.Now += TimeSpan.FromMinutes(29);
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);
        host.Clock.Now += TimeSpan.FromMinutes(29);
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);

        host.Clock.Now += TimeSpan.FromMinutes(31);

        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task However_busy_a_session_ends_after_ten_hours()
    {
        using var browser = await SignedIn("busy");
        for (var halfHours = 0; halfHours < 23; halfHours++)
        {
            host.Clock.Now += TimeSpan.FromMinutes(25);
            (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);
        }

        host.Clock.Now += TimeSpan.FromMinutes(25);

        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_is_suspended_or_changed_is_out_within_a_minute()
    {
        using var suspended = await SignedIn("soon.suspended");
        using var changed = await SignedIn("soon.changed");
        (await host.Users.Suspend((await host.Users.Named("soon.suspended"))!, Users.Operator)).ShouldBeTrue();
        var user = (await host.Users.Named("soon.changed"))!;
        (await host.Users.Change(user.Id, user.Version, PeopleHost.ClerkDetails with { Regions = ["500000"] }, Users.Operator)).ShouldBeTrue();

        host.Clock.Now += TimeSpan.FromSeconds(31);

        (await suspended.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
        (await changed.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
        (await changed.SignIn("soon.changed")).ShouldBe("in");
        (await changed.Get("/console/who")).Body["regions"]!.ToJsonString().ShouldContain("500000");
    }

    [Fact]
    public async Task No_code_brings_into_force_what_a_second_administrator_has_yet_to_confirm()
    {
        var (user, key) = await host.UserWithAuthenticator("rising.alone", PeopleHost.ClerkDetails);
        using var browser = await SignedIn("rising.alone", key);
        (await host.Users.Change(user.Id, user.Version, PeopleHost.ApproverDetails, PeopleHost.Administrator.Id)).ShouldBeTrue();

        (await browser.Code(CodeOfNow(key))).ShouldBe("refused");

        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect).Path().ShouldBe(SessionCookie.SignInPath);
    }

    [Fact]
    public async Task Who_is_suspended_renews_no_session_by_a_code()
    {
        var (user, key) = await host.UserWithAuthenticator("suspended.with.code", PeopleHost.ClerkDetails);
        using var browser = await SignedIn("suspended.with.code", key);
        (await host.Users.Suspend(user, Users.Operator)).ShouldBeTrue();

        (await browser.Code(CodeOfNow(key))).ShouldBe("refused");

        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_is_suspended_changes_no_password()
    {
        using var browser = await SignedIn("suspended.with.password");
        (await host.Users.Suspend((await host.Users.Named("suspended.with.password"))!, Users.Operator)).ShouldBeTrue();

        (await browser.Post($"/console/new-password?current={PeopleHost.Password}&next=another-good-password")).ShouldBeRefused(HttpStatusCode.Unauthorized, "unauthenticated");

        Passwords.Matches((await host.Users.Named("suspended.with.password"))!.PasswordHash, PeopleHost.Password).ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_of_before_a_reset_sets_up_no_second_factor()
    {
        using var thief = await SignedIn("reset.meanwhile");
        var key = (await thief.Get("/console/new-key")).Text;
        (await host.Users.Reset((await host.Users.Named("reset.meanwhile"))!, Users.Operator)).ShouldNotBeNull();

        (await thief.Post($"/console/new-key?code={CodeOfNow(key)}")).ShouldBeRefused(HttpStatusCode.Unauthorized, "unauthenticated");

        (await host.Users.Named("reset.meanwhile"))!.HasSecondFactor.ShouldBeFalse();
    }

    [Fact]
    public async Task No_session_begins_for_whom_nobody_has_confirmed()
    {
        var added = (await host.Users.Add("never.confirmed", PeopleHost.ApproverDetails, PeopleHost.Administrator.Id)).Value!;
        var user = (await host.Users.Find(added.Id))!;

        await Should.ThrowAsync<BadHttpRequestException>(() => host.App.Services.GetRequiredService<Session>().Begin(new DefaultHttpContext(), user, new Proof("pwd", null)));
    }

    [Fact]
    public async Task A_copied_cookie_ends_when_the_password_changes()
    {
        using var browser = await SignedIn("copied");
        using var thief = host.Browser();
        thief.Copy(browser);
        (await thief.Get("/console/who")).ShouldBe(HttpStatusCode.OK);

        (await browser.Post($"/console/new-password?current={PeopleHost.Password}&next=another-good-password")).Text.ShouldBe("");
        host.Clock.Now += TimeSpan.FromSeconds(31);

        (await thief.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var browser = await SignedIn("leaving");

        await browser.Post("/console/sign-out");

        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_cookie_opens_no_endpoint_of_the_API_and_a_token_no_page()
    {
        using var browser = await SignedIn("only.console");

        (await browser.Get("/who")).ShouldBeRefused(HttpStatusCode.Unauthorized, "unauthenticated");
        using var machine = host.As(PeopleHost.Administrator);
        (await machine.Get("/api/v1/users")).ShouldBe(HttpStatusCode.OK);
        (await machine.Get("/api/v1/users")).ShouldBe(HttpStatusCode.OK); // believed by now
        (await machine.Get("/console/who")).Text.ShouldNotContain(PeopleHost.Administrator.Id);
    }

    [Fact]
    public async Task A_page_that_declares_nothing_is_closed_to_who_is_signed_in()
    {
        using var browser = await SignedIn("curious");

        (await browser.Get("/console/undeclared")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_demands_a_recent_second_factor_asks_for_it_again()
    {
        var (_, key) = await host.UserWithAuthenticator("stepping.up", PeopleHost.ApproverDetails);
        using var browser = host.Browser();
        await browser.SignIn("stepping.up");
        (await browser.Code(host.NextCode(key))).ShouldBe("in");
        (await browser.Get("/console/unmask")).ShouldBe(HttpStatusCode.OK);

        host.Clock.Now += TimeSpan.FromMinutes(11);
        (await browser.Get("/console/unmask")).ShouldBe(HttpStatusCode.Redirect).PathAndQuery()
            .ShouldBe(SessionCookie.AgainPath + "?returnTo=%2Fconsole%2Funmask");
        (await browser.Post("/console/unmask")).ShouldBe(HttpStatusCode.Redirect).Path().ShouldBe(SessionCookie.AgainPath);
        (await browser.Get("/console/who")).ShouldBe(HttpStatusCode.OK);

        (await browser.Code(host.NextCode(key))).ShouldBe("in");
        (await browser.Get("/console/unmask")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_no_second_factor_may_not_do_what_demands_one()
    {
        using var browser = await SignedIn("no.factor");

        (await browser.Get("/console/unmask")).ShouldBe(HttpStatusCode.Redirect).Path().ShouldBe(SessionCookie.AgainPath);
    }

    /// <summary>The step after the one that signed in, which no moved clock has to bring: the cookie is still believed.</summary>
    private string CodeOfNow(string key) => AuthenticatorCodes.At(key, host.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));

    private async Task<Browser> SignedIn(string name, string key)
    {
        var browser = host.Browser();
        (await browser.SignIn(name)).ShouldBe("code");
        (await browser.Code(host.NextCode(key))).ShouldBe("in");
        return browser;
    }

    private async Task<Browser> SignedIn(string name)
    {
        await host.User(name, PeopleHost.ClerkDetails);
        var browser = host.Browser();
        (await browser.SignIn(name)).ShouldBe("in");
        return browser;
    }
}
