namespace Blacklist.Api.Pages;

/// <summary>What a page may load and do: its own files and nothing else; no inline script or style, no frame, no other host.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>In place of those for answers of the API.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    /// <summary>A page for everybody may be kept for a minute by whoever asks; it differs by language.</summary>
    public static void ForEverybody(HttpResponse response)
    {
        response.Headers.CacheControl = Http.Answer.ForEverybody;
        response.Headers.Vary = "Accept-Language, Cookie, Accept-Encoding";
    }
}
