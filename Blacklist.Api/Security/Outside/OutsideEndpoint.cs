using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace Blacklist.Api.Security.Outside;

/// <summary>To the site's own issuer, and back to the page that somebody wanted.</summary>
internal static class OutsideEndpoint
{
    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet(OutsideIssuer.Path, (string? returnTo) => Go(returnTo, again: false)).ExcludeFromDescription().IsPublic("Whoever is not signed in yet goes this way.");
        console.MapGet(OutsideIssuer.AgainPath, (string? returnTo) => Go(returnTo, again: true)).ExcludeFromDescription().IsPublic("It only asks for more proof.");
    }

    private static IResult Go(string? returnTo, bool again)
    {
        var properties = new AuthenticationProperties { RedirectUri = OwnAddress.Is(returnTo) ? returnTo : "/console" };
        if (again)
            properties.Items[OutsideIssuer.Again] = "yes";
        return Results.Challenge(properties, [OutsideIssuer.Scheme]);
    }
}
