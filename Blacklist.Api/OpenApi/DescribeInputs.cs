using System.Globalization;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Blacklist.Api.OpenApi;

/// <summary>Headers and query parameters that the edge's parameter types read, and the examples of the slice.</summary>
internal sealed class DescribeInputs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var facts = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in facts.OfType<DeclaredParameter>())
            (operation.Parameters ??= []).Add(Describe(parameter, operation, context));
        foreach (var example in facts.OfType<PathExample>())
        {
            if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(known => known.Name == example.Name) is { } known)
                known.Example = example.Value;
        }

        if (facts.OfType<RequestExample>().LastOrDefault() is { } request && operation.RequestBody?.Content is { } content)
            Show(content, request.Json);
        foreach (var response in facts.OfType<ResponseExample>())
        {
            if (operation.Responses?.GetValueOrDefault(response.Status.ToString(CultureInfo.InvariantCulture))?.Content is { } answer)
                Show(answer, response.Json);
        }
    }

    private static OpenApiParameter Describe(DeclaredParameter parameter, OpenApiOperation operation, OperationFilterContext context) => new()
    {
        Name = parameter.Name,
        In = parameter.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Required = parameter.Required,
        Description = parameter.Description,
        Example = parameter.Required ? $"{operation.OperationId}-1" : null, // so that "Execute" works at once
        Schema = context.SchemaGenerator.GenerateSchema(parameter.Type, context.SchemaRepository),
    };

    private static void Show(IDictionary<string, OpenApiMediaType> content, JsonNode example)
    {
        foreach (var media in content.Values)
            media.Example = example.DeepClone();
    }
}
