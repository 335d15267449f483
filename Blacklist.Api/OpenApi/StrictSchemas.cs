using System.Text.Json.Serialization.Metadata;
using Blacklist.Api.Http.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Blacklist.Api.OpenApi;

/// <summary>Says in the schema what the strict reader does: which fields must be there, which may be null, and that there are no others.</summary>
internal sealed class StrictSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } described || context.MemberInfo is not null)
            return;
        var fields = EdgeJson.Options.GetTypeInfo(context.Type).Properties.Where(field => described.Properties.ContainsKey(field.Name)).ToList();
        described.AdditionalPropertiesAllowed = false;
        described.Required = fields.Where(IsAlwaysThere).Select(field => field.Name).ToHashSet();
        foreach (var field in fields.Where(field => field.IsGetNullable && described.Properties[field.Name] is OpenApiSchemaReference))
            described.Properties[field.Name] = OrNull(described.Properties[field.Name]);
    }

    private static bool IsAlwaysThere(JsonPropertyInfo field) => field.IsRequired || field.AssociatedParameter is { HasDefaultValue: false };

    /// <summary>A reference cannot say of itself that it may be null.</summary>
    private static OpenApiSchema OrNull(IOpenApiSchema reference) => new() { OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }] };
}
