using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Blacklist.Api.Http;

/// <summary>How much one request may cost before anybody knows who sent it.</summary>
internal static class Limits
{
    /// <summary>A JSON body; uploads of files carry their own limit as endpoint metadata.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>How much of a JSON body that is too large is still read, only to be able to say so.</summary>
    public const int DiscardedBytes = 16 * BodyBytes;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 100;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }
}

/// <summary>Set before anything else runs; a page that needs less strict ones replaces them.</summary>
internal static class SecurityHeaders
{
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (context.Request is { IsHttps: true, Host.Host: not "localhost" }) // a browser would hold it against every other program there
            headers.StrictTransportSecurity = "max-age=31536000";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store"; // most answers are about a person
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
