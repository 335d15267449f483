using System.Globalization;
using Blacklist.Api.Security.People;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Blacklist.Tests;

/// <summary>A user of the console, ready to sign in with a password and, where the role demands it, an authenticator.</summary>
/// <param name="Key">The authenticator's.</param>
internal sealed record ConsoleUser(RegistryNode Node, string UserName, string Key)
{
    public const string Password = "correct-horse-battery";

    private static int count;

    /// <summary>A new user of a role, within a region.</summary>
    public static async Task<ConsoleUser> Of(RegistryNode node, string role, string region = "150600")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{role}.{Interlocked.Increment(ref count)}");
        var users = node.Service<Users>();
        (await users.Add(name, new UserDetails("赵六", "鄂尔多斯市民政局", [role], [region], ["registration", "change", "periodicReview"]), Users.Operator)).Problem.ShouldBeNull();
        var (store, user, key) = (node.Service<UserStore>(), (await users.Named(name))!, AuthenticatorCodes.NewKey());
        await store.SetPasswordHashAsync(user, Passwords.Hash(Password), CancellationToken.None);
        await store.SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        return new ConsoleUser(node, name, key);
    }

    public string Code() => AuthenticatorCodes.At(Key, Node.Clock.GetUtcNow());

    /// <summary>Signed in a moment ago, without the way through the pages.</summary>
    public async Task SignIn(Visitor visitor)
    {
        var (user, now) = ((await Node.Service<Users>().Named(UserName))!, Node.Clock.GetUtcNow());
        var properties = new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = now.AddMinutes(30),
            Items = { [Session.Started] = Session.Text(now), [Session.Checked] = Session.Text(now) },
        };
        var ticket = new AuthenticationTicket(Node.Service<Session>().Principal(user, new Proof("otp", now)), properties, Session.Scheme);
        var cookie = Node.Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme).TicketDataFormat.Protect(ticket);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = Session.Scheme, Value = cookie, Url = Node.Url.ToString(), HttpOnly = true }]);
    }
}
