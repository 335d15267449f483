using System.Security.Claims;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Blacklist.Tests;

/// <summary>Somebody at a browser who has signed in, as one of the samples: with the cookie that a sign-in with a second factor leaves, without the way there.</summary>
internal static class SignedIn
{
    public static Task<Visitor> Visit(this RegistryNode node, ApiClient who, string language = "zh-CN", bool withScript = true) =>
        At(node.Url, node.App.Services, who, language, withScript);

    public static async Task<Visitor> At(Uri site, IServiceProvider services, ApiClient who, string language, bool withScript = true)
    {
        var visitor = await Visitor.At(site, language, withScript);
        await visitor.Keep(Session.Scheme, Cookie(services, who));
        return visitor;
    }

    /// <param name="hasSecondFactor">It was shown a moment ago.</param>
    public static string Cookie(IServiceProvider services, ApiClient who, bool hasSecondFactor = true)
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = now.AddMinutes(30),
            // A sample has no account to be looked up, however long a busy machine takes.
            Items = { [Session.Started] = Session.Text(now), [Session.Checked] = Session.Text(now.AddHours(1)) },
        };
        return options.TicketDataFormat.Protect(new AuthenticationTicket(Principal(who, hasSecondFactor ? now : null), properties, Session.Scheme));
    }

    private static ClaimsPrincipal Principal(ApiClient who, DateTimeOffset? secondFactor) => new(new ClaimsIdentity(
        [
            new(ClaimNames.Subject, who.Id), new(ClaimNames.Name, who.Name), new(ClaimNames.Department, who.Department),
            .. who.Roles.Select(role => new Claim(ClaimNames.Roles, role)),
            .. who.Regions.Select(region => new Claim(ClaimNames.Regions, region)),
            .. who.Purposes.Select(purpose => new Claim(ClaimNames.Purposes, purpose)),
            .. secondFactor is { } at ? [new Claim(Session.SecondFactor, Session.Text(at))] : Array.Empty<Claim>(),
        ],
        Session.Scheme, ClaimNames.Name, ClaimNames.Roles));
}
