using Blacklist.Api.Security.Sessions;

namespace Blacklist.Api.Console.Administration;

/// <summary>
/// A password or a secret that was just made, on its way from the answer that holds it to the page that shows it: sealed in a cookie, never in an
/// address, and gone when it was shown.
/// </summary>
internal sealed class ShownOnce(SealedCookie cookies)
{
    public void Keep(HttpContext http, string of, string secret) => cookies.Write(http, SealedCookie.NewSecret, $"{of}\n{secret}");

    /// <returns>Null when there is none, or it is somebody else's.</returns>
    public string? Take(HttpContext http, string of)
    {
        if (cookies.Read(http, SealedCookie.NewSecret)?.Split('\n') is not [var whose, var secret] || whose != of)
        {
            return null;
        }

        SealedCookie.Forget(http, SealedCookie.NewSecret);
        return secret;
    }
}
