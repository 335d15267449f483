using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Security.Issuer;

/// <summary><c>POST /connect/token</c>: OAuth 2 client credentials for machines (RFC 6749 §4.4).</summary>
internal static class TokenEndpoint
{
    public const string Path = "/connect/token";

    private const int MaximumBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost(Path, Handle)
        .IsPublic("The client proves itself with its secret.")
        .WithMetadata(new RequestSizeLimitAttribute(MaximumBody))
        .WithName("IssueToken")
        .WithTags("Access")
        .WithSummary("An access token for a client's id and secret")
        .WithDescription(
            "Form fields `grant_type=client_credentials`, `client_id`, `client_secret`, or the last two as HTTP Basic. "
            + "The token is a JWT (`at+jwt`, ES256) for ten minutes; send it as `Authorization: Bearer`.")
        .Produces<IssuedToken>()
        .Produces<TokenRefusal>(StatusCodes.Status400BadRequest)
        .Produces<TokenRefusal>(StatusCodes.Status401Unauthorized)
        .Produces<TokenRefusal>(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> Handle(HttpContext http, ApiClients clients, FailedAttempts failed, TokenIssuer issuer)
    {
        var (request, refusal) = await TokenRequest.Read(http.Request);
        if (request is null)
            return refusal!;
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (failed.Wait(address, request.ClientId) is var wait && wait > TimeSpan.Zero)
            return TokenRefusal.TooManyAttempts(wait);
        if (await clients.Authenticate(request.ClientId, request.Secret, http.RequestAborted) is not { } client)
        {
            failed.Failed(address, request.ClientId);
            return TokenRefusal.InvalidClient;
        }

        failed.Succeeded(address, request.ClientId);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(issuer.Issue(client));
    }
}
