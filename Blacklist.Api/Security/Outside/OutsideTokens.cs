using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Blacklist.Api.Security.Outside;

/// <summary>
/// Validates what the outside issuer signed, for machines and for people. A signature that no known key made may be of a new one: the keys are read
/// once more, and the token is looked at again before it is refused.
/// </summary>
internal sealed class OutsideTokens(OutsideKeys keys) : TokenHandler
{
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var known = await keys.Configuration(CancellationToken.None);
        var result = await Validate(known);
        if (result.Exception is not SecurityTokenInvalidSignatureException)
        {
            return result;
        }

        var newer = await keys.NewerThan(known, CancellationToken.None);
        return newer == known ? result : await Validate(newer);

        Task<TokenValidationResult> Validate(OpenIdConnectConfiguration issuer)
        {
            var demanded = validationParameters.Clone();
            (demanded.ValidIssuer, demanded.IssuerSigningKeys) = (issuer.Issuer, issuer.SigningKeys);
            return _tokens.ValidateTokenAsync(token, demanded);
        }
    }
}
