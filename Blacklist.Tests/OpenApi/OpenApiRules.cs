using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace Blacklist.Tests.OpenApi;

/// <summary>What every operation of a composed application owes its callers.</summary>
internal static class OpenApiRules
{
    /// <summary>One sentence for each thing that is missing or wrong in the document of <c>/openapi/v1.json</c>.</summary>
    public static IReadOnlyList<string> Violations(string json)
    {
        var document = JsonNode.Parse(json)!;
        var operations = Operations(document).ToList();
        return
        [
            .. OpenApiDocument.Parse(json, OpenApiConstants.Json).Diagnostic!.Errors.Select(error => $"not OpenAPI: {error}"),
            .. operations.SelectMany(operation => Missing(operation.Name, operation.Node)),
            .. operations.GroupBy(operation => (string?)operation.Node["operationId"]).Where(same => same.Count() > 1).Select(same => $"operationId {same.Key} is used twice"),
            .. References(document).Where(reference => Find(document, reference) is null).Select(reference => $"{reference} points nowhere"),
        ];
    }

    /// <summary>Examples of request bodies that the service itself would refuse to read.</summary>
    public static IReadOnlyList<string> WrongExamples(IEnumerable<Endpoint> endpoints) =>
    [
        .. from endpoint in endpoints
           let example = endpoint.Metadata.GetMetadata<RequestExample>()
           let type = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType
           where example is not null && type is not null
           from error in JsonCheck.Errors(JsonSerializer.SerializeToUtf8Bytes(example.Json), JsonShape.Of(type)).All
           select $"{endpoint.DisplayName}: {error.Path} {error.Kind.Code}",
    ];

    private static IEnumerable<string> Missing(string name, JsonNode operation)
    {
        foreach (var part in (string[])["operationId", "summary", "description"])
        {
            if (string.IsNullOrWhiteSpace((string?)operation[part]))
                yield return $"{name} has no {part}";
        }

        if (operation["tags"] is not JsonArray { Count: > 0 })
            yield return $"{name} has no tag";
        if (operation["requestBody"] is { } body && body["content"]!.AsObject().Any(media => media.Value!["example"] is null))
            yield return $"{name} has a body without an example";
        if (!operation["responses"]!.AsObject().Any(response => response.Key.StartsWith('2')))
            yield return $"{name} has no answer that is not a problem";
        if (operation["x-problem-codes"] is not JsonArray { Count: > 0 } codes)
            yield return $"{name} names no problem codes";
        else
            foreach (var code in codes.Select(code => (string)code!).Where(code => !ProblemTexts.Chinese.Has(code) || !ProblemTexts.English.Has(code)))
                yield return $"{name}: problem code {code} has no text in both languages";
    }

    private static IEnumerable<(string Name, JsonNode Node)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "patch" or "delete"
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => field is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(field.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(JsonNode document, string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference[2..].Split('/').Aggregate((JsonNode?)document, (node, step) => node?[Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal)])
            : null;
}
