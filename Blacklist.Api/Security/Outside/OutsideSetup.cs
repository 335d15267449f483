using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;

namespace Blacklist.Api.Security.Outside;

/// <summary>The site's own issuer, for machines and for people, for <see cref="AccessSetup"/>.</summary>
internal static class OutsideSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static OutsideTokens AddOutsideIssuer(this IServiceCollection services, AccessOptions access)
    {
        var documents = new HttpDocumentRetriever(new HttpClient { Timeout = Patience }) { RequireHttps = !new Uri(access.Authority!).IsLoopback };
        var keys = new OutsideKeys(documents, access.Authority!, TimeProvider.System);
        var tokens = new OutsideTokens(keys);
        services.AddSingleton(keys).AddSingleton(tokens);
        return tokens;
    }

    public static void AddOutsideSignIn(this IServiceCollection services, AuthenticationBuilder schemes, AccessOptions access)
    {
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
