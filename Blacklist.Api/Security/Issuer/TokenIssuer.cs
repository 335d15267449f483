using System.Text.Json.Serialization;
using Blacklist.Api.Audit;
using Blacklist.Api.Vault.Keys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Api.Security.Issuer;

/// <summary>Makes access tokens (RFC 9068): ES256, short-lived, complete, so that no node has to ask who a caller is.</summary>
internal sealed class TokenIssuer(AccessOptions options, SigningKeys keys, TimeProvider clock)
{
    /// <summary>How long a revoked right can still be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="scope">Granted before; null for all that the client may do.</param>
    public IssuedToken Issue(ApiClient client, string? scope = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = AccessTokens.Type,
            Issuer = options.Issuer,
            Audience = options.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(keys.Current.Security, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString("N"),
                [ClaimNames.Subject] = client.Id,
                [ClaimNames.ClientId] = client.Id,
                [ClaimNames.Name] = client.Name,
                [ClaimNames.Department] = client.Department,
                [ClaimNames.Roles] = client.Roles,
                [ClaimNames.Regions] = client.Regions,
                [ClaimNames.Purposes] = client.Purposes,
            },
        };
        if (scope is not null)
            descriptor.Claims.Add(ClaimNames.Scope, scope);
        return new IssuedToken(_handler.CreateToken(descriptor), (int)Lifetime.TotalSeconds, scope);
    }
}

/// <summary>RFC 6749 §5.1.</summary>
[Disclosed(DisclosureTier.Nothing)]
internal sealed record IssuedToken(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scope = null)
{
    [JsonPropertyName("token_type")]
    public string TokenType => "Bearer";

    public override string ToString() => "***";
}
