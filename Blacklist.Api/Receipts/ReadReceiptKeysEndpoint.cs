using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.OpenApi;

namespace Blacklist.Api.Receipts;

internal static class ReadReceiptKeysEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder api) => api.MapGet("/.well-known/receipt-keys.json", Handle)
        .Summary("The public keys that receipts verify with", "A JSON Web Key Set (RFC 7517) of every key that ever signed, the newest last. Keep a copy: it is all that a receipt needs.")
        .Answers<JsonObject>(StatusCodes.Status200OK);

    public static IResult Handle(ReceiptKeys keys, HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=300";
        return Results.Text($"{{\"keys\":[{string.Join(',', keys.Published.Select(key => key.PublicJwk))}]}}", "application/jwk-set+json", Encoding.UTF8);
    }
}
