using System.Text;
using System.Text.Json.Nodes;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Vault.Keys;

namespace Blacklist.Api.Security.Issuer;

/// <summary>What a verifier of tokens needs to know (RFC 8414, OpenID Connect Discovery 1.0).</summary>
internal static class DiscoveryEndpoints
{
    private const string KeySetPath = "/.well-known/jwks.json";
    private const string ConfigurationPath = "/.well-known/openid-configuration";
    private const string Public = "Public keys and addresses are for everybody.";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(KeySetPath, (SigningKeys keys, HttpResponse response) => Cached(response, KeySet(keys)))
            .IsPublic(Public).WithName("readTokenKeys").WithTags("Access")
            .Summary("The public keys that tokens verify with", "A JSON Web Key Set (RFC 7517). It may be kept for five minutes.")
            .Answers<JsonObject>(StatusCodes.Status200OK);
        endpoints.MapGet(ConfigurationPath, (AccessOptions options, HttpResponse response) => Cached(response, Configuration(options)))
            .IsPublic(Public).WithName("readIssuer").WithTags("Access")
            .Summary("The issuer's addresses and abilities", "OpenID Connect Discovery 1.0 and RFC 8414. It may be kept for five minutes.")
            .Answers<JsonObject>(StatusCodes.Status200OK);
    }

    private static IResult KeySet(SigningKeys keys) =>
        Results.Text($"{{\"keys\":[{string.Join(',', keys.Published.Select(key => key.PublicJwk))}]}}", "application/jwk-set+json", Encoding.UTF8);

    private static IResult Configuration(AccessOptions options) => Results.Json(new JsonObject
    {
        ["issuer"] = options.Issuer,
        ["token_endpoint"] = options.Issuer + TokenEndpoint.Path,
        ["jwks_uri"] = options.Issuer + KeySetPath,
        ["grant_types_supported"] = new JsonArray("client_credentials"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post", "private_key_jwt"),
        ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray([.. ClientAssertions.Algorithms.Select(name => JsonValue.Create(name))]),
        ["scopes_supported"] = new JsonArray([.. TokenScope.Known.Select(word => JsonValue.Create(word))]),
        ["response_types_supported"] = new JsonArray(),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("ES256"),
    });

    private static IResult Cached(HttpResponse response, IResult result)
    {
        response.Headers.CacheControl = "public, max-age=300";
        return result;
    }
}
