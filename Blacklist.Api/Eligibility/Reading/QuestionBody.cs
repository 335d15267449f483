using System.Reflection;
using Blacklist.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Blacklist.Api.Eligibility.Reading;

/// <summary>The body of a check. Nearly all are plain and read in one pass; what is not is read as any other body, with every wrong field named.</summary>
internal sealed record QuestionBody(EligibilityCheckRequest Value, ReadOnlyMemory<byte> Bytes) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<QuestionBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await Body<EligibilityCheckRequest>.ReadAsync(context);
        return new QuestionBody(PlainQuestion.Read(bytes) ?? Body<EligibilityCheckRequest>.Read(bytes), bytes);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => Body<EligibilityCheckRequest>.PopulateMetadata(parameter, builder);
}
