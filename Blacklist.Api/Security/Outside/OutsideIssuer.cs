using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Api.Security.Outside;

/// <summary>
/// People of a site that brings its own OpenID Connect issuer: authorization code with PKCE, state and nonce; what the id_token says, under the
/// names of <see cref="AccessOptions.ClaimOf"/>, is who they are for this session.
/// </summary>
internal sealed class OutsideIssuer(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessOptions access, OutsideKeys keys, OutsideTokens tokens,
    OutsidePrincipal person)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public new const string Scheme = "outside";
    public const string Path = "/console/account/outside";
    public const string AgainPath = Path + "/again";
    public const string CallbackPath = Path + "/callback";

    /// <summary>The person proves anew who they are, although the issuer knows them.</summary>
    public const string Again = "again";

    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Options.AuthorizationEndpoint = (await keys.Configuration(Context.RequestAborted)).AuthorizationEndpoint;
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var address = QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);
        return properties.Items.ContainsKey(Again) ? QueryHelpers.AddQueryString(address, "prompt", "login") : address;
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        Options.TokenEndpoint = (await keys.Configuration(Context.RequestAborted)).TokenEndpoint;
        return await base.ExchangeCodeAsync(context);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse answer)
    {
        var text = answer.Response!.RootElement.TryGetProperty("id_token", out var found) ? found.GetString() : null;
        var result = await tokens.ValidateTokenAsync(text ?? "", Demanded());
        if (!result.IsValid || !Answers(result, properties.Items[Nonce]))
            throw new AuthenticationFailureException("The issuer's id_token is not to be believed.");
        properties.Items.Remove(Nonce);
        properties.Items.Remove(Again);
        return person.Ticket(result.ClaimsIdentity, properties);
    }

    private TokenValidationParameters Demanded() => new()
    {
        ValidAudience = Options.ClientId,
        ValidAlgorithms = access.Algorithms,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    private static bool Answers(TokenValidationResult result, string? nonce) =>
        nonce is not null && result.ClaimsIdentity.FindFirst(Nonce)?.Value == nonce && result.ClaimsIdentity.FindFirst(ClaimNames.Subject) is { Value.Length: > 0 };
}
