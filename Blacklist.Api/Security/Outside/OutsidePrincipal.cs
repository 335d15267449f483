using System.Security.Claims;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace Blacklist.Api.Security.Outside;

/// <summary>Somebody whom the outside issuer knows, as a session of the console.</summary>
internal sealed class OutsidePrincipal(AccessOptions access, SessionLimits limits, TimeProvider clock)
{
    /// <summary>Without roles where they demand a second factor and the issuer saw none.</summary>
    public AuthenticationTicket Ticket(ClaimsIdentity told, AuthenticationProperties properties)
    {
        var now = clock.GetUtcNow();
        var roles = All(told, ClaimNames.Roles);
        var provenAt = OutsideProof.SecondFactorAt(told, now);
        var claims = new List<Claim> { new(ClaimNames.Subject, told.FindFirst(ClaimNames.Subject)!.Value), Session.OutsideMark };
        claims.AddRange(Claims(told, ClaimNames.Name).Take(1));
        claims.AddRange(Claims(told, ClaimNames.Department).Take(1));
        if (provenAt is { } at)
            claims.Add(Session.SecondFactorShown(at));
        if (provenAt is not null || !limits.DemandsSecondFactor(roles))
            claims.AddRange(new[] { ClaimNames.Roles, ClaimNames.Regions, ClaimNames.Purposes }.SelectMany(name => Claims(told, name)));
        (properties.Items[Session.Started], properties.Items[Session.Checked]) = (Session.Text(now), Session.Text(now));
        return new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity(claims, Session.Scheme, ClaimNames.Name, ClaimNames.Roles)), properties, OutsideIssuer.Scheme);
    }

    private List<string> All(ClaimsIdentity told, string name) => [.. told.FindAll(access.ClaimOf(name)).Select(claim => claim.Value)];

    private IEnumerable<Claim> Claims(ClaimsIdentity told, string name) => All(told, name).Select(value => new Claim(name, value));
}
