using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Blacklist.Api.OpenApi;

/// <summary>An answer that has one form for some callers and a shorter one for others is one of both.</summary>
internal sealed class DescribeOtherAnswers : IOperationFilter
{
    private const string Answered = "200";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var other in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OtherAnswer>())
        {
            foreach (var media in operation.Responses?[Answered].Content?.Values ?? [])
                media.Schema = new OpenApiSchema { OneOf = [media.Schema!, context.SchemaGenerator.GenerateSchema(other.Type, context.SchemaRepository)] };
        }
    }
}
