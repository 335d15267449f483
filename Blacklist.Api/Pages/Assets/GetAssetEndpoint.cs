using Blacklist.Api.Http;

namespace Blacklist.Api.Pages.Assets;

internal static class GetAssetEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{fileName}", Handle).ExcludeFromDescription();

    public static IResult Handle(string fileName, HttpContext context)
    {
        if (AssetCatalogue.Find(fileName) is not { } asset)
        {
            return Problems.NotFound();
        }

        var (bytes, encoding) = asset.For(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return Results.Bytes(bytes, asset.MediaType);
    }
}
