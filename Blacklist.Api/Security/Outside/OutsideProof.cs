using System.Security.Claims;
using Blacklist.Api.Security.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Blacklist.Api.Security.Outside;

/// <summary>What an outside issuer tells of how a person proved who they are: judged alike in a session of the console and in a token for the API.</summary>
internal static class OutsideProof
{
    /// <summary>RFC 8176: ways that no password alone is.</summary>
    private static readonly string[] SecondFactors = ["mfa", "otp", "hwk", "swk", "fpt", "face", "iris", "sc"];

    /// <param name="told">When the issuer said so: it was shown no later.</param>
    /// <returns>When the second factor was shown; null for a password alone.</returns>
    public static DateTimeOffset? SecondFactorAt(ClaimsIdentity person, DateTimeOffset told) =>
        !person.FindAll(JwtRegisteredClaimNames.Amr).Any(way => SecondFactors.Contains(way.Value)) ? null
        : person.FindFirst(JwtRegisteredClaimNames.AuthTime) is { } at && Session.Moment(at.Value) < told ? Session.Moment(at.Value)
        : told;

    /// <summary>Notes in a token when its person showed a second factor; without one, roles that demand it count for nothing. A machine's stays as it is.</summary>
    public static void Judge(ClaimsIdentity caller, DateTimeOffset told, SessionLimits limits)
    {
        Remove(caller, Session.SecondFactor); // a word of ours
        if (RecentSecondFactor.IsMachine(new ClaimsPrincipal(caller)))
            return;
        if (SecondFactorAt(caller, told) is { } at)
            caller.AddClaim(Session.SecondFactorShown(at));
        else if (limits.DemandsSecondFactor(caller.FindAll(ClaimNames.Roles).Select(role => role.Value)))
            Remove(caller, ClaimNames.Roles, ClaimNames.Regions, ClaimNames.Purposes);
    }

    private static void Remove(ClaimsIdentity caller, params string[] names)
    {
        foreach (var claim in caller.FindAll(claim => names.Contains(claim.Type)).ToList())
            caller.RemoveClaim(claim);
    }
}
