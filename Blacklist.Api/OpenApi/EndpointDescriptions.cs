using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.OpenApi;

/// <summary>What a slice says about its endpoint for the API document, beside its line in the group.</summary>
internal static class EndpointDescriptions
{
    /// <param name="summary">A few words, as in a table of contents.</param>
    /// <param name="description">Markdown: when to use it, what it records, what it does not do.</param>
    public static RouteHandlerBuilder Summary(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.WithSummary(summary).WithDescription(description);

    /// <summary>A request body that works when pasted, as JSON text.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder endpoint, string json) =>
        endpoint.WithMetadata(new RequestExample(Parse(json)));

    /// <summary>A request body that works when pasted.</summary>
    public static RouteHandlerBuilder Example<TRequest>(this RouteHandlerBuilder endpoint, TRequest request)
        where TRequest : class => endpoint.WithMetadata(new RequestExample(JsonSerializer.SerializeToNode(request, EdgeJson.Options)!));

    /// <summary>A value for a part of the path that works when pasted; the demo's data has it.</summary>
    public static RouteHandlerBuilder PathExample(this RouteHandlerBuilder endpoint, string name, string value) =>
        endpoint.WithMetadata(new PathExample(name, value));

    public static RouteHandlerBuilder Answers<TResponse>(this RouteHandlerBuilder endpoint, int status, string? exampleJson = null)
    {
        endpoint.Produces<TResponse>(status, "application/json");
        return exampleJson is null ? endpoint : endpoint.WithMetadata(new ResponseExample(status, Parse(exampleJson)));
    }

    /// <summary>A second form of the answer 200, for callers who are told less.</summary>
    public static RouteHandlerBuilder OrAnswers<TResponse>(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new OtherAnswer(typeof(TResponse)));

    /// <summary>A page for people instead of JSON for machines.</summary>
    public static RouteHandlerBuilder AnswersPage(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.Produces<string>(StatusCodes.Status200OK, mediaType);

    /// <summary>An answer without a body.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, int status) => endpoint.Produces(status);

    /// <summary>Refusals of the domain: 409.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params IEnumerable<Refusal> refusals) =>
        endpoint.Problems([.. refusals.Select(ProblemKind.Conflict)]);

    /// <summary>What parsing the fields can come to: 422.</summary>
    public static RouteHandlerBuilder Rejects(this RouteHandlerBuilder endpoint, params IEnumerable<Refusal> problems) =>
        endpoint.Problems([.. problems.Select(ProblemKind.Unprocessable)]);

    /// <summary>Any other problem; those of the parameter types, of authorization and of the service itself are known already.</summary>
    public static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, params IReadOnlyList<ProblemKind> kinds) =>
        endpoint.WithMetadata(new DeclaredProblems(kinds));

    private static JsonNode Parse(string json) => JsonNode.Parse(json) ?? throw new ArgumentException("The example is null.", nameof(json));
}

internal sealed record RequestExample(JsonNode Json);

internal sealed record PathExample(string Name, string Value);

/// <summary>Another form that the answer 200 can have.</summary>
internal sealed record OtherAnswer(Type Type);

internal sealed record ResponseExample(int Status, JsonNode Json);
