using Microsoft.AspNetCore.DataProtection;

namespace Blacklist.Api.Security.Sessions;

/// <summary>Something to be remembered between two steps of one browser, for minutes: sealed, and gone when it is read.</summary>
internal sealed class SealedCookie(IDataProtectionProvider protection)
{
    /// <summary>A password was right; the second factor is to come.</summary>
    public const string HalfWay = "console.half";

    /// <summary>What a passkey was asked to sign.</summary>
    public const string Challenge = "console.challenge";

    /// <summary>An authenticator's key that was shown, and has yet to prove that it arrived.</summary>
    public const string NewKey = "console.key";

    /// <summary>A password or a secret that was just made, on its way to the page that shows it once.</summary>
    public const string NewSecret = "console.secret";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public void Write(HttpContext http, string name, string value) => http.Response.Cookies.Append(
        name, Protector(name).Protect(value, Life), Options(http));

    /// <returns>Null when there is none, when it is too old or nobody of this registry wrote it.</returns>
    public string? Read(HttpContext http, string name)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } text)
            return null;
        try
        {
            return Protector(name).Unprotect(text);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpContext http, string name) => http.Response.Cookies.Delete(name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/console",
        IsEssential = true,
        MaxAge = Life,
    };

    private ITimeLimitedDataProtector Protector(string name) => protection.CreateProtector(name).ToTimeLimitedDataProtector();
}
