using Blacklist.Api.Audit;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.People;
using Microsoft.AspNetCore.Identity;

namespace Blacklist.Api.Security.Sessions;

/// <summary>Where a sign-in has come to.</summary>
/// <param name="Wait">How long nothing is tried from this address for this name.</param>
internal sealed record SignInStep(bool IsIn, bool NeedsCode, TimeSpan Wait)
{
    public static readonly SignInStep In = new(true, false, TimeSpan.Zero);
    public static readonly SignInStep Code = new(false, true, TimeSpan.Zero);

    /// <summary>Unknown, wrong, suspended or locked: nobody can tell which.</summary>
    public static readonly SignInStep Refused = new(false, false, TimeSpan.Zero);
}

/// <summary>
/// Signing in, step by step. What fails, fails in the same way and takes the same time, whether the name is unknown or the password wrong.
/// </summary>
internal sealed class SignIn(
    UserStore store, UserManager<User> users, IPasskeyHandler<User> passkeys, Session session, SealedCookie cookie, FailedAttempts failed, Attempts attempts,
    PasswordTurns turns, TimeProvider clock)
{
    /// <summary>What no user can be called, however long it is: remembered as one name, and never looked for.</summary>
    private const string NobodysName = "";

    public async Task<SignInStep> WithPassword(HttpContext http, string userName, string password)
    {
        var (address, name) = (http.Connection.RemoteIpAddress?.ToString() ?? "", User.IsUserName(userName) ? User.Normalize(userName) : NobodysName);
        if (failed.Wait(address, name) is var wait && wait > TimeSpan.Zero)
            return SignInStep.Refused with { Wait = wait };
        failed.Failed(address, name);
        var user = name == NobodysName ? null : await store.FindByNameAsync(name, http.RequestAborted);
        AuditNote.Of(http).By(user?.Id ?? "", user?.Details.Department ?? "", StatusCodes.Status401Unauthorized);
        var open = user is not null && await attempts.Count(user);
        var right = await turns.Matches(user?.PasswordHash, password, http.RequestAborted);
        if (!right || !open || !user!.MaySignIn)
            return SignInStep.Refused;
        failed.Succeeded(address, name);
        if (user.HasSecondFactor)
        {
            AuditNote.Of(http).By(user.Id, user.Details.Department, StatusCodes.Status202Accepted);
            cookie.Write(http, SealedCookie.HalfWay, $"{user.Id} {user.SecurityStamp}");
            return SignInStep.Code;
        }

        await Begin(http, user, new Proof("pwd", null));
        return SignInStep.In;
    }

    /// <summary>Whose password was right a moment ago, or who is signed in and shows the second factor again.</summary>
    public async Task<User?> Expected(HttpContext http)
    {
        if (Caller.From(http.User) is { } caller)
            return await Still(http, caller);
        return cookie.Read(http, SealedCookie.HalfWay)?.Split(' ') is [var id, var stamp]
            && await store.FindByIdAsync(id, http.RequestAborted) is { MaySignIn: true } user && user.SecurityStamp == stamp
            ? user
            : null;
    }

    /// <param name="code">Six digits of the authenticator, or a recovery code.</param>
    public async Task<SignInStep> WithCode(HttpContext http, string code)
    {
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        if (await Expected(http) is not { SecondFactorSince: not null } user)
            return SignInStep.Refused;
        AuditNote.Of(http).By(user.Id, user.Details.Department, StatusCodes.Status401Unauthorized);
        if (!await attempts.Count(user))
            return SignInStep.Refused;
        var isCode = await users.VerifyTwoFactorTokenAsync(user, AuthenticatorCodes.Name, typed);
        if (!isCode && !(await users.RedeemTwoFactorRecoveryCodeAsync(user, typed)).Succeeded)
            return SignInStep.Refused;
        SealedCookie.Forget(http, SealedCookie.HalfWay);
        await Begin(http, user, new Proof(isCode ? "otp" : "kba", clock.GetUtcNow()));
        return SignInStep.In;
    }

    /// <summary>What the browser asks a passkey to sign; any passkey of this registry, or of who is signed in.</summary>
    public async Task<string> AskPasskey(HttpContext http)
    {
        var options = await passkeys.MakeRequestOptionsAsync(Caller.From(http.User) is null ? null : await Expected(http), http);
        cookie.Write(http, SealedCookie.Challenge, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    public async Task<SignInStep> WithPasskey(HttpContext http, string credential)
    {
        var state = cookie.Read(http, SealedCookie.Challenge);
        SealedCookie.Forget(http, SealedCookie.Challenge);
        var shown = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        SealedCookie.Forget(http, SealedCookie.HalfWay);
        if (!shown.Succeeded || !shown.User.MaySignIn || (Caller.From(http.User) is { } caller && caller.Subject != shown.User.Id))
            return SignInStep.Refused;
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await Begin(http, shown.User, new Proof("swk", clock.GetUtcNow()));
        return SignInStep.In;
    }

    /// <summary>A session that ended with a change, and whose cookie is still believed, ends now: it is not renewed.</summary>
    private async Task<User?> Still(HttpContext http, Caller caller)
    {
        var user = await store.FindByIdAsync(caller.Subject, http.RequestAborted);
        if (Session.IsStillOf(http.User, user))
            return user;
        if (!Session.IsOutside(http.User))
            await Session.End(http);
        return null;
    }

    private async Task Begin(HttpContext http, User user, Proof proof)
    {
        AuditNote.Of(http).By(user.Id, user.Details.Department, StatusCodes.Status200OK);
        await attempts.Forget(user);
        await session.Begin(http, user, proof);
    }
}
