using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Blacklist.Api.Security.Sessions;

/// <summary>The site's own issuer for people, for <see cref="AccessSetup"/>.</summary>
internal static class OutsideSetup
{
    public static void AddOutsideSignIn(this IServiceCollection services, AuthenticationBuilder schemes, AccessOptions access)
    {
        services.AddSingleton(new OutsideKeys(access.Authority!));
        services.AddSingleton<OutsidePrincipal>();
        schemes.AddOAuth<OAuthOptions, OutsideIssuer>(OutsideIssuer.Scheme, oauth =>
        {
            oauth.ClientId = access.ConsoleClientId!;
            oauth.ClientSecret = access.ConsoleClientSecret!;
            oauth.AuthorizationEndpoint = oauth.TokenEndpoint = access.Authority!; // both are read from the issuer before they are used
            oauth.CallbackPath = OutsideIssuer.CallbackPath;
            oauth.SignInScheme = Session.Scheme;
            oauth.UsePkce = true;
            oauth.Scope.Add("openid");
            oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
            oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oauth.Events.OnRemoteFailure = context =>
            {
                context.Response.StatusCode = context.Failure?.InnerException is IssuerUnavailableException
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status401Unauthorized;
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }
}
