using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Blacklist.Api.Security.Issuer;

/// <summary>
/// <c>private_key_jwt</c> (RFC 7523 §3): a client signs who it is, for this issuer, for some minutes, once.
/// </summary>
internal sealed class ClientAssertions(NpgsqlDataSource database, AccessOptions options, TimeProvider clock)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static readonly IReadOnlyList<string> Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSha256];

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8 * 1024 };

    /// <summary>Whom the assertion claims to be; not believed yet.</summary>
    public static string? SubjectOf(string assertion)
    {
        try
        {
            return new JsonWebToken(assertion).Subject;
        }
        catch (Exception wrong) when (wrong is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <param name="keys">The client's own, not revoked.</param>
    public async Task<bool> Prove(string clientId, IReadOnlyList<ClientKey> keys, string assertion, CancellationToken cancellation)
    {
        var result = await _handler.ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            ValidIssuer = clientId,
            ValidAudiences = [options.Issuer, options.Issuer + TokenEndpoint.Path],
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = keys.Select(key => Named(key)),
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until),
        });
        return result.IsValid && result.SecurityToken is JsonWebToken { Subject: var subject, Id: { Length: > 0 and <= 200 } id } token && subject == clientId
            && !token.TryGetHeaderValue<object>("crit", out _)
            && await Use(clientId, id, token.ValidTo, cancellation);
    }

    private static JsonWebKey Named(ClientKey key)
    {
        key.Key.KeyId = key.Kid;
        return key.Key;
    }

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && end > now - Skew && end <= now + LongestLife + Skew && (from is null || from <= now + Skew);
    }

    /// <returns>False when it was used already.</returns>
    private async Task<bool> Use(string clientId, string id, DateTime until, CancellationToken cancellation)
    {
        const string Insert =
            """
            WITH over AS (DELETE FROM security.client_assertions WHERE expires_at < now() - interval '10 minutes')
            INSERT INTO security.client_assertions (client_id, digest, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
            """;
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter { Value = clientId });
        command.Parameters.Add(new NpgsqlParameter { Value = SHA256.HashData(Encoding.UTF8.GetBytes(id)) });
        command.Parameters.Add(new NpgsqlParameter { Value = DateTime.SpecifyKind(until, DateTimeKind.Utc) });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }
}
