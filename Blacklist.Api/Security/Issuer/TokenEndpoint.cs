using Blacklist.Api.Audit;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Microsoft.AspNetCore.Mvc;

namespace Blacklist.Api.Security.Issuer;

/// <summary><c>POST /connect/token</c>: OAuth 2 client credentials for machines (RFC 6749 §4.4).</summary>
internal static class TokenEndpoint
{
    public const string Path = "/connect/token";

    private const int MaximumBody = 8 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost(Path, Handle)
        .IsPublic("The client proves itself with its secret or its key.")
        .Audited(AuditKind.SignIn)
        .WithMetadata(new RequestSizeLimitAttribute(MaximumBody))
        .WithName("issueToken")
        .WithTags("Access")
        .Summary(
            "An access token for a client's id and secret",
            "Client id and secret as form fields, or as HTTP Basic and then not in the form; or `private_key_jwt`: a `client_assertion` signed with a key that is "
            + "registered for the client (RFC 7523), for five minutes at most, used once. The token is a JWT (`at+jwt`, ES256) for ten minutes: "
            + "send it as `Authorization: Bearer …`. A `scope` narrows it to some of the client's permissions (`askChecks readChecks`). The demo writes its clients to `demo-clients.json` in the data folder.")
        .Accepts<TokenForm>(TokenRequest.FormType)
        .Example("""{"grant_type":"client_credentials","client_id":"clerk-150600","client_secret":"bls_…"}""")
        .Answers<IssuedToken>(StatusCodes.Status200OK)
        .Answers<TokenRefusal>(StatusCodes.Status400BadRequest)
        .Answers<TokenRefusal>(StatusCodes.Status401Unauthorized)
        .Answers<TokenRefusal>(StatusCodes.Status429TooManyRequests)
        .Problems(ProblemKinds.UnsupportedMediaType);

    private static async Task<IResult> Handle(HttpContext http, ClientProof proof, ApiClients clients, FailedAttempts failed, TokenIssuer issuer, AuditNote note)
    {
        var (request, refusal) = await TokenRequest.Read(http.Request);
        if (request is null)
            return refusal!;
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (failed.Wait(address, request.ClientId) is var wait && wait > TimeSpan.Zero)
            return TokenRefusal.TooManyAttempts(wait);
        if (await proof.Of(request, http.Connection.RemoteIpAddress, http.RequestAborted) is not { } client)
        {
            failed.Failed(address, request.ClientId);
            if (await clients.DepartmentOf(request.ClientId, http.RequestAborted) is { } department)
                note.By(request.ClientId, department);
            return TokenRefusal.InvalidClient;
        }

        failed.Succeeded(address, request.ClientId);
        note.By(client.Id, client.Department);
        if (request.Scope is { } scope && !TokenScope.IsGranted(scope, client.Roles))
            return TokenRefusal.InvalidScope;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(issuer.Issue(client, request.Scope));
    }
}
