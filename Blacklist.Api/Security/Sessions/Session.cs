using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using Blacklist.Api.Security.People;
using Microsoft.AspNetCore.Authentication;

namespace Blacklist.Api.Security.Sessions;

/// <summary>How somebody proved who they are.</summary>
/// <param name="Method">RFC 8176: <c>pwd</c>, <c>otp</c>, <c>swk</c> …</param>
/// <param name="SecondFactorAt">When a second factor was last shown; null for a password alone.</param>
internal sealed record Proof(string Method, DateTimeOffset? SecondFactorAt);

/// <summary>What has to be done before a session may do anything else.</summary>
internal enum Pending
{
    Nothing,
    NewPassword,
    SecondFactor,
}

/// <summary>
/// A person's session in the console: a cookie that carries the same claims as a token. Until a temporary password is replaced, and a second
/// factor set up where one is demanded, it carries no roles, no regions and no purposes: there is nothing to be done with it.
/// </summary>
internal sealed class Session(SessionLimits limits, TimeProvider clock)
{
    /// <summary>The cookie scheme, and the name of its cookie.</summary>
    public const string Scheme = "console";

    public const string Started = "started";
    public const string Checked = "checked";
    public const string SecondFactor = "second_factor_at";

    private const string Stamp = "stamp";
    private const string Method = "amr";
    private const string ToDo = "pending";
    private const string Outside = "outside";

    /// <summary>The site's own issuer answers for who it is; there is no user of ours.</summary>
    public static Claim OutsideMark => new(Outside, "true");

    public static Claim SecondFactorShown(DateTimeOffset at) => new(SecondFactor, Text(at));

    public static bool IsOutside(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Outside);

    /// <summary>Of somebody who was suspended or changed while the cookie is still believed: to the caller, 401.</summary>
    public static BadHttpRequestException Over => new("The session is over.", StatusCodes.Status401Unauthorized);

    /// <summary>Whoever may not sign in does not go on either.</summary>
    public async Task Begin(HttpContext http, User user, Proof proof)
    {
        if (!user.MaySignIn)
            throw Over;
        var earlier = (await http.AuthenticateAsync(Scheme)) is { Principal: { } known, Properties: { } kept } && known.FindFirstValue(ClaimNames.Subject) == user.Id
            ? kept.Items[Started]
            : null;
        var now = Text(clock.GetUtcNow());
        var properties = new AuthenticationProperties { Items = { [Started] = earlier ?? now, [Checked] = now } };
        await http.SignInAsync(Scheme, Principal(user, proof), properties);
    }

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);

    public ClaimsPrincipal Principal(User user, Proof proof)
    {
        var pending = PendingOf(user, proof);
        var details = user.Details;
        var claims = new List<Claim>
        {
            new(ClaimNames.Subject, user.Id), new(ClaimNames.Name, details.Name), new(ClaimNames.Department, details.Department),
            new(Stamp, user.SecurityStamp), new(Method, proof.Method), new(ToDo, pending.ToString()),
        };
        if (proof.SecondFactorAt is { } at)
            claims.Add(SecondFactorShown(at));
        if (pending == Pending.Nothing)
        {
            claims.AddRange(details.Roles.Select(role => new Claim(ClaimNames.Roles, role)));
            claims.AddRange(details.Regions.Select(region => new Claim(ClaimNames.Regions, region)));
            claims.AddRange(details.Purposes.Select(purpose => new Claim(ClaimNames.Purposes, purpose)));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, ClaimNames.Name, ClaimNames.Roles));
    }

    public static bool IsStillOf(ClaimsPrincipal principal, [NotNullWhen(true)] User? user) =>
        user is { MaySignIn: true } && principal.FindFirstValue(Stamp) == user.SecurityStamp;

    public static Proof ProofOf(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(Method) ?? "",
        principal.FindFirstValue(SecondFactor) is { } at ? Moment(at) : null);

    public static Pending PendingOf(ClaimsPrincipal principal) =>
        Enum.TryParse<Pending>(principal.FindFirstValue(ToDo), out var pending) ? pending : Pending.Nothing;

    public bool IsRecent(Proof proof) => proof.SecondFactorAt is { } at && clock.GetUtcNow() - at < limits.Recent;

    public static string Text(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string? text) => DateTimeOffset.FromUnixTimeSeconds(
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    private Pending PendingOf(User user, Proof proof) =>
        user.PasswordIsTemporary ? Pending.NewPassword
        : proof.SecondFactorAt is null && limits.DemandsSecondFactor(user.Details.Roles) ? Pending.SecondFactor
        : Pending.Nothing;
}
