using System.Globalization;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Blacklist.Api.OpenApi;

/// <summary>Lists every problem code an operation can answer: in the description of each status, and for machines as <c>x-problem-codes</c>.</summary>
internal sealed class DescribeProblems : IOperationFilter
{
    public const string Bearer = "bearer";
    public const string Clients = "clientCredentials";

    private const string Extension = "x-problem-codes";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var problems = All(context);
        var schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemDocument), context.SchemaRepository);
        foreach (var status in problems.GroupBy(kind => kind.Status).OrderBy(status => status.Key))
            (operation.Responses ??= [])[status.Key.ToString(CultureInfo.InvariantCulture)] = Response([.. status], schema);
        (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Extension] = Codes(problems);
        if (!AllowsAnyone(context))
            operation.Security = [Token(Bearer, context), Token(Clients, context)];
    }

    private static List<ProblemKind> All(OperationFilterContext context)
    {
        var facts = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        IEnumerable<ProblemKind> found =
        [
            .. facts.OfType<DeclaredProblems>().SelectMany(declared => declared.Kinds),
            .. AllowsAnyone(context) ? Array.Empty<ProblemKind>() : [ProblemKinds.Unauthenticated, ProblemKinds.Forbidden, ProblemKinds.CallerPaused, ProblemKinds.TooManyRequests],
            .. Reads(context, BindingSource.Path) ? [ProblemKinds.NotFound] : Array.Empty<ProblemKind>(),
            .. Reads(context, BindingSource.Query) ? [ProblemKinds.BadRequest, ProblemKinds.InvalidText] : Array.Empty<ProblemKind>(),
            .. facts.OfType<EnableRateLimitingAttribute>().Any() ? [ProblemKinds.TooManyRequests] : Array.Empty<ProblemKind>(),
            ProblemKinds.RegistryUnavailable,
            ProblemKinds.InternalError,
        ];
        return [.. found.DistinctBy(kind => (kind.Status, kind.Code)).OrderBy(kind => kind.Status).ThenBy(kind => kind.Code, StringComparer.Ordinal)];
    }

    private static OpenApiResponse Response(IReadOnlyList<ProblemKind> kinds, IOpenApiSchema schema) => new()
    {
        Description = string.Join("  \n", kinds.Select(kind => $"`{kind.Code}` {ProblemTexts.Chinese.Title(kind)} {ProblemTexts.English.Title(kind)}")),
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = schema } },
        Headers = kinds.Any(kind => kind.Status == StatusCodes.Status429TooManyRequests) ? LimitHeaders : null,
        Extensions = new Dictionary<string, IOpenApiExtension> { [Extension] = Codes(kinds) },
    };

    private static Dictionary<string, IOpenApiHeader> LimitHeaders => new()
    {
        ["Retry-After"] = Header("Seconds to wait.", JsonSchemaType.Integer),
        ["RateLimit-Policy"] = Header("On every answer to a known caller: how many requests (`q`) in how many seconds (`w`).", JsonSchemaType.String),
        ["RateLimit"] = Header("On every answer to a known caller: how many are left (`r`), and for how many seconds (`t`).", JsonSchemaType.String),
    };

    private static OpenApiHeader Header(string description, JsonSchemaType type) => new() { Description = description, Schema = new OpenApiSchema { Type = type } };

    private static JsonNodeExtension Codes(IEnumerable<ProblemKind> kinds) => new(new JsonArray([.. kinds.Select(kind => kind.Code).Distinct().Select(code => JsonValue.Create(code))]));

    private static OpenApiSecurityRequirement Token(string scheme, OperationFilterContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

    /// <summary>Access is denied by default: only an endpoint that says so is open.</summary>
    private static bool AllowsAnyone(OperationFilterContext context) =>
        context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();

    private static bool Reads(OperationFilterContext context, BindingSource source) =>
        context.ApiDescription.ParameterDescriptions.Any(parameter => parameter.Source == source);
}
