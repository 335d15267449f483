using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Blacklist.Api.OpenApi;

/// <summary>Names in the API document follow the names in the code: <c>Listings/ProposeListingEndpoint</c> is <c>proposeListing</c> under Listings.</summary>
internal static class EndpointNames
{
    private const string Suffix = "Endpoint";

    public static IList<string> Tags(ApiDescription api) =>
        Metadata<ITagsMetadata>(api)?.Tags is { Count: > 0 } tags ? [.. tags] : [Handler(api)?.Namespace?.Split('.')[^1] ?? "API"];

    public static string? OperationId(ApiDescription api) =>
        Metadata<IEndpointNameMetadata>(api)?.EndpointName
        ?? (Handler(api)?.Name is { } name && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? JsonNamingPolicy.CamelCase.ConvertName(name[..^Suffix.Length])
            : null);

    /// <summary><c>Page&lt;ListingView&gt;</c> is PageOfListingView; a trailing Body or Document says nothing to a caller, but keeps names apart.</summary>
    public static string SchemaId(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(SchemaId))}" : type.Name;

    private static Type? Handler(ApiDescription api) => Metadata<MethodInfo>(api)?.DeclaringType;

    private static T? Metadata<T>(ApiDescription api)
        where T : class => api.ActionDescriptor.EndpointMetadata.OfType<T>().LastOrDefault();
}
