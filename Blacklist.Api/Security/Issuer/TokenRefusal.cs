using System.Globalization;
using System.Text.Json.Serialization;
using Blacklist.Api.Audit;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Security.Issuer;

/// <summary>Why there is no token, as RFC 6749 §5.2 says it.</summary>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record TokenRefusal(
    [property: JsonIgnore] int Status,
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description) : IResult
{
    /// <summary>Unknown, revoked, or a wrong secret: a caller cannot tell which.</summary>
    public static readonly TokenRefusal InvalidClient = new(401, "invalid_client", "The client is unknown or its secret is wrong.");

    public static readonly TokenRefusal UnsupportedGrantType = new(400, "unsupported_grant_type", "Only client_credentials is granted here.");

    public static readonly TokenRefusal InvalidScope = new(400, "invalid_scope", "A scope is the name of a permission that one of the client's roles allows.");

    [JsonIgnore]
    public TimeSpan RetryAfter { get; private init; }

    public static TokenRefusal InvalidRequest(string description) => new(400, "invalid_request", description);

    public static TokenRefusal TooManyAttempts(TimeSpan wait) =>
        new(429, "temporarily_unavailable", "Too many wrong secrets.") { RetryAfter = wait };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status401Unauthorized)
            response.Headers.Append(HeaderNames.WWWAuthenticate, "Basic realm=\"blacklist\", charset=\"UTF-8\"");
        if (RetryAfter > TimeSpan.Zero)
            response.Headers.RetryAfter = Math.Ceiling(RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(this);
    }
}
