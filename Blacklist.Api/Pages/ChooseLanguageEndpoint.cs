using Blacklist.Api.Security.Sessions;

namespace Blacklist.Api.Pages;

/// <summary>The other language, by one click, and back to the page the reader came from.</summary>
internal static class ChooseLanguageEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder app) => app.MapGet("/language/{language}", Handle).ExcludeFromDescription();

    public static IResult Handle(string language, string? back, HttpResponse response)
    {
        var chosen = language == PageText.English.Language ? PageText.English : PageText.Chinese;
        response.Cookies.Append(PageText.Cookie, chosen.Language, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
        });
        return Results.LocalRedirect(OwnAddress.Is(back) ? back : "/");
    }
}
