using System.Text;

namespace Blacklist.Api.Letters;

/// <summary>A letter on its way out: one HTML page that prints as it is and loads nothing.</summary>
internal sealed record Letter(string Html) : IResult
{
    public const string MediaType = "text/html";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(Html);
        var response = httpContext.Response;
        response.ContentType = MediaType + "; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentLanguage = "zh-CN";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
