using Blacklist.Api.EventLog.Json;
using Microsoft.OpenApi;

namespace Blacklist.Api.OpenApi;

/// <summary>The API document at <c>/openapi/v1.json</c> and Swagger UI at <c>/swagger</c>, both served from here, from no other host.</summary>
internal static class OpenApiPages
{
    /// <param name="tokenUrl">Where a client gets its token: the embedded issuer's endpoint, or that of the site's own issuer.</param>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services, string tokenUrl = "/connect/token") => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", Info);
            options.SupportNonNullableReferenceTypes();
            options.TagActionsBy(EndpointNames.Tags);
            options.CustomOperationIds(EndpointNames.OperationId);
            options.CustomSchemaIds(EndpointNames.SchemaId);
            options.OrderActionsBy(api => $"{api.RelativePath} {api.HttpMethod}");
            foreach (var text in ParsedTextConverter.Types)
                options.MapType(text, () => new OpenApiSchema { Type = JsonSchemaType.String });
            options.SchemaFilter<StrictSchemas>();
            options.OperationFilter<DescribeInputs>();
            options.OperationFilter<DescribeProblems>();
            options.OperationFilter<DescribeOtherAnswers>();
            options.AddSecurityDefinition(DescribeProblems.Bearer, BearerToken);
            options.AddSecurityDefinition(DescribeProblems.Clients, ClientCredentials(tokenUrl));
            foreach (var comments in Directory.EnumerateFiles(AppContext.BaseDirectory, "Blacklist.*.xml"))
                options.IncludeXmlComments(comments);
        });

    /// <summary>After <c>UseHttpEdge</c>, before authentication: the document is public, the operations are not. Calls do not come by here.</summary>
    public static IApplicationBuilder UseOpenApiPages(this IApplicationBuilder app) => app
        .UseWhen(context => IsUnder(context, "/openapi"), pages => pages.UseSwagger(options =>
        {
            options.RouteTemplate = "openapi/{documentName}.json";
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        }))
        .UseWhen(context => IsUnder(context, "/swagger"), pages => pages.Use(AllowOwnAssets).UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "Blacklist API";
            options.SwaggerEndpoint("/openapi/v1.json", "Blacklist API v1");
            options.DisplayOperationId();
            options.EnableTryItOutByDefault();
            options.EnableValidator(null);
        }));

    private static bool IsUnder(HttpContext context, string folder) => context.Request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);

    private static OpenApiInfo Info => new()
    {
        Title = "Blacklist API",
        Version = "v1",
        Description = """
            Registry of the persons responsible for banned social organizations, and the eligibility check that registration systems call.

            JSON in UTF-8; unknown fields, duplicate fields and wrong types are refused. Dates are `yyyy-MM-dd`, instants UTC. Every refusal is a
            problem document (RFC 9457) with a stable `code`; its text follows `Accept-Language` (`zh-CN` unless told, or `en`), its meaning is at `/problems/{code}`.
            Writes carry an `Idempotency-Key`: send a request again with the same key after any doubt. An answer 503 is never a verdict.
            """,
    };

    private static OpenApiSecurityScheme BearerToken => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        BearerFormat = "JWT",
        Description = "An access token, without the word Bearer.",
    };

    private static OpenApiSecurityScheme ClientCredentials(string tokenUrl) => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Description = "A client's id and secret, exchanged for a token.",
        Flows = new OpenApiOAuthFlows
        {
            ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri(tokenUrl, UriKind.RelativeOrAbsolute), Scopes = new Dictionary<string, string>() },
        },
    };

    /// <summary>The pages of Swagger UI load their own scripts and styles; the API's answers may load nothing.</summary>
    private static Task AllowOwnAssets(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
        return next(context);
    }
}
