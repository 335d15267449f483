using Blacklist.Api.Audit;
using Blacklist.Api.Vault.Keys;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Security;

/// <summary>How a bearer token is believed (RFC 8725): fixed algorithms, its type, issuer, audience, lifetime, and known keys only.</summary>
internal static class AccessTokens
{
    /// <summary>RFC 9068.</summary>
    public const string Type = "at+jwt";

    private const string Challenge = "Bearer realm=\"blacklist\"";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <param name="keys">The registry's own; null when an outside issuer is configured.</param>
    public static void Configure(JwtBearerOptions bearer, AccessOptions options, SigningKeys? keys, BelievedTokens tokens)
    {
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(tokens);
        bearer.SaveToken = false;
        bearer.TokenValidationParameters = Common(options);
        bearer.Events = new JwtBearerEvents
        {
            OnChallenge = Unauthenticated,
            OnForbidden = Forbidden,
            OnAuthenticationFailed = Refused,
        };
        if (keys is not null)
        {
            bearer.TokenValidationParameters.ValidIssuer = options.Issuer;
            bearer.TokenValidationParameters.ValidTypes = [Type];
            bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
            bearer.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, kid, _) => keys.Published.Where(key => key.Kid == kid).Select(key => key.Security);
            return;
        }

        bearer.TokenValidationParameters.ValidTypes = options.TokenTypes;
        bearer.TokenValidationParameters.ValidAlgorithms = options.Algorithms;
    }

    private static TokenValidationParameters Common(AccessOptions options) => new()
    {
        ValidAudience = options.Audience,
        ClockSkew = ClockSkew,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuer = true,
        ValidateAudience = true,
        ValidateLifetime = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        NameClaimType = ClaimNames.Name,
        RoleClaimType = ClaimNames.Roles,
    };

    /// <summary>The signature is looked at first: a token that is only too old, or for somebody else, tells the audit who is refused.</summary>
    private static Task Refused(AuthenticationFailedContext context)
    {
        if (context.Exception is IssuerUnavailableException outage)
        {
            throw new IssuerUnavailableException(outage.InnerException);
        }

        if (context.Exception is SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenInvalidAudienceException
            && context.Request.Headers.Authorization.ToString().Split(' ') is [_, var token])
        {
            AuditNote.Of(context.HttpContext).By(new JsonWebToken(token).Subject ?? "", department: "");
        }

        return Task.CompletedTask;
    }

    /// <summary>RFC 6750 §3. The document is written further out, where every bare status gets one.</summary>
    private static Task Unauthenticated(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.Append(
            HeaderNames.WWWAuthenticate, context.AuthenticateFailure is null ? Challenge : Challenge + ", error=\"invalid_token\"");
        return Task.CompletedTask;
    }

    private static Task Forbidden(ForbiddenContext context)
    {
        context.Response.Headers.Append(HeaderNames.WWWAuthenticate, Challenge + ", error=\"insufficient_scope\"");
        return Task.CompletedTask;
    }
}

/// <summary>The outside issuer cannot be reached, and what was known of it is too old: a token can neither be believed nor refused. To the caller, 503.</summary>
internal sealed class IssuerUnavailableException(Exception? cause) : Exception("The keys of Authentication:Authority cannot be read.", cause);
