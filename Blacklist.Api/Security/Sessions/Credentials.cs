using Blacklist.Api.Security.People;
using Microsoft.AspNetCore.Identity;

namespace Blacklist.Api.Security.Sessions;

/// <summary>What signed-in people change about their own ways to sign in. Each change ends their other sessions and goes on with this one.</summary>
internal sealed class Credentials(
    UserStore store, UserManager<User> users, IPasskeyHandler<User> passkeys, Session session, SealedCookie cookie, PasswordTurns turns,
    Attempts attempts, AuthenticatorCodes authenticator, TimeProvider clock)
{
    private const int RecoveryCodes = 10;
    private const int MostPasskeys = 10;

    /// <summary>Whose session it is, as of now: for a cookie that is still believed after a change, nothing is shown or changed.</summary>
    public async Task<User> Of(HttpContext http)
    {
        var user = await store.FindByIdAsync(Caller.From(http.User)!.Subject, http.RequestAborted);
        return Session.IsStillOf(http.User, user) ? user : throw Session.Over;
    }

    /// <summary>Who has a second factor shows it before they change it.</summary>
    public bool MayChangeFactors(HttpContext http, User user) => !user.HasSecondFactor || session.IsRecent(Session.ProofOf(http.User));

    public Task<int> RecoveryCodesLeft(User user) => users.CountRecoveryCodesAsync(user);

    public Task<IList<UserPasskeyInfo>> Passkeys(User user) => users.GetPasskeysAsync(user);

    /// <returns>Keys of the words that say what is wrong; none when the password is the new one.</returns>
    public async Task<IReadOnlyList<string>> ChangePassword(HttpContext http, string current, string next)
    {
        var user = await Of(http);
        if (!await attempts.Count(user) || !await turns.Matches(user.PasswordHash, current, http.RequestAborted))
            return ["password.currentWrong"];
        await attempts.Forget(user);
        if (current == next)
            return ["password.same"];
        var changed = await users.ChangePasswordAsync(user, current, next);
        if (!changed.Succeeded)
            return [.. changed.Errors.Select(error => error.Code)];
        await GoOn(http, user, Session.ProofOf(http.User));
        return [];
    }

    /// <summary>A key that does nothing yet: it counts once a code of it was shown. The same one while the page is open.</summary>
    public string OfferAuthenticatorKey(HttpContext http)
    {
        var key = cookie.Read(http, SealedCookie.NewKey) ?? AuthenticatorCodes.NewKey();
        cookie.Write(http, SealedCookie.NewKey, key);
        return key;
    }

    /// <returns>Recovery codes, shown once; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAuthenticator(HttpContext http, string code)
    {
        var user = await Of(http);
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        if (!MayChangeFactors(http, user) || cookie.Read(http, SealedCookie.NewKey) is not { } key || authenticator.StepOf(key, typed) is not { } step)
            return null;
        await store.SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        await store.Use(user, step, CancellationToken.None);
        SealedCookie.Forget(http, SealedCookie.NewKey);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await GoOn(http, user, new Proof("otp", clock.GetUtcNow()));
        return [.. codes!];
    }

    public async Task<string> AskNewPasskey(HttpContext http)
    {
        var user = await Of(http);
        var options = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id, Name = user.UserName, DisplayName = user.Details.Name }, http);
        cookie.Write(http, SealedCookie.Challenge, options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    public async Task<bool> AddPasskey(HttpContext http, string credential, string name)
    {
        var user = await Of(http);
        var state = cookie.Read(http, SealedCookie.Challenge);
        SealedCookie.Forget(http, SealedCookie.Challenge);
        var made = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!MayChangeFactors(http, user) || !made.Succeeded || made.UserEntity.Id != user.Id || (await Passkeys(user)).Count >= MostPasskeys)
            return false;
        made.Passkey.Name = name;
        await users.AddOrUpdatePasskeyAsync(user, made.Passkey);
        await GoOn(http, user, new Proof("swk", clock.GetUtcNow()));
        return true;
    }

    public async Task<bool> RemovePasskey(HttpContext http, byte[] credential)
    {
        var user = await Of(http);
        if (!MayChangeFactors(http, user))
            return false;
        await users.RemovePasskeyAsync(user, credential);
        await GoOn(http, user, Session.ProofOf(http.User));
        return true;
    }

    private async Task GoOn(HttpContext http, User user, Proof proof)
    {
        await store.SetSecurityStampAsync(user, "", CancellationToken.None);
        await session.Begin(http, (await store.FindByIdAsync(user.Id, CancellationToken.None))!, proof);
    }
}
