using System.Reflection;
using System.Text.Json.Nodes;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Sessions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Security.Matrix;

/// <summary>One endpoint as it declares itself: the page of who may do what is written from these rows, and every cell of it is tried.</summary>
/// <param name="Reach">Null for a public endpoint, like the permission.</param>
/// <param name="Public">Why nobody needs to be known; null otherwise.</param>
/// <param name="MediaType">Of the body.</param>
/// <param name="StepUp">People have shown their second factor a short time ago.</param>
internal sealed record AccessRow(
    string Method, string Path, Permission? Permission, Reach? Reach, string? Public, string MediaType, JsonNode? Example, bool StepUp)
{
    /// <summary>Of the API: pages for people have their own sign-in and their own tests.</summary>
    public static IReadOnlyList<AccessRow> All(EndpointDataSource endpoints) =>
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           let reach = endpoint.Metadata.GetMetadata<Reach>()
           let open = endpoint.Metadata.GetMetadata<PublicBecause>()
           where (reach is not null || open is not null) && endpoint.Metadata.GetMetadata<MethodInfo>() is not null
           let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           orderby path, Verb(endpoint)
           select new AccessRow(
               Verb(endpoint), path, endpoint.Metadata.GetMetadata<RequiredPermission>()?.Permission, reach, open?.Reason,
               endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json",
               endpoint.Metadata.GetMetadata<RequestExample>()?.Json, endpoint.Metadata.GetMetadata<RecentSecondFactor>() is not null),
    ];

    /// <summary>It answers from the bytes of the world's check, which a clerk asked: with the grounds.</summary>
    public bool TellsGrounds => Path.StartsWith("/api/v1/eligibility-checks/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";

    private static string Verb(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
}
