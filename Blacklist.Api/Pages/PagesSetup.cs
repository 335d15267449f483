using System.Text.Encodings.Web;
using System.Text.Unicode;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Pages.Assets;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;

namespace Blacklist.Api.Pages;

/// <summary>Pages for people: a page's folder is its address, its task and the place of its words (ADR 0026).</summary>
internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.AddFolderApplicationModelConvention("/Public", page => IsPublic(page, "It shows what is published, and no person."));
            options.Conventions.AddFolderApplicationModelConvention("/Pages", page => IsPublic(page, "Whoever met a problem is told of it."));
        }).AddMvcOptions(pages => pages.Filters.Add<TooLargeFilter>());
        services.Configure<JsonOptions>(json => EdgeJson.Apply(json.JsonSerializerOptions)); // one JSON in the whole service
        services.Configure<RazorViewEngineOptions>(razor => razor.PageViewLocationFormats.Add("/Pages/{0}" + RazorViewEngine.ViewExtension));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.HeaderName = "X-Form-Token";
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // the one secret of a page, its form token, is different in each answer
            compression.MimeTypes = ["text/html"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        return services
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // Chinese as it is, not as numbers
            .AddHttpContextAccessor()
            .AddScoped(provider => PageText.For(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request));
    }

    /// <summary>Before routing: a request that met a problem is routed once more, to the page that tells of it.</summary>
    public static void UsePages(this IApplicationBuilder app) => app
        .UseWhen(context => IsPage(context.Request.Path), pages => pages.UseResponseCompression().UseMiddleware<PageProblems>())
        .UseRouting();

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapRazorPages();
        app.MapGet("/", (Delegate)Start).ExcludeFromDescription().IsPublic("It only shows the way.");
        GetAssetEndpoint.Map(app).IsPublic("Styles, scripts and icons hold nothing of anybody.");
        ChooseLanguageEndpoint.Map(app).IsPublic("A language is everybody's own choice.");
    }

    /// <summary>Who is signed in has come to work; everybody else sees what is published.</summary>
    private static async Task<IResult> Start(HttpContext context) =>
        Results.LocalRedirect((await context.AuthenticateAsync(Session.Scheme)).Succeeded ? "/console" : "/public/organizations");

    private static bool IsPage(PathString path) =>
        path == "/" || IsUnder(path, "/console") || (IsUnder(path, "/public") && !IsUnder(path, "/public/v1"));

    private static bool IsUnder(PathString path, string folder) => path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);

    private static void IsPublic(PageApplicationModel page, string reason)
    {
        page.EndpointMetadata.Add(new AllowAnonymousAttribute());
        page.EndpointMetadata.Add(new PublicBecause(reason));
    }
}
