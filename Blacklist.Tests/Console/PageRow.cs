using System.Text.RegularExpressions;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Security;
using Blacklist.Tests.Security.Matrix;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.ConsolePages;

/// <summary>One page of the console as it declares itself.</summary>
/// <param name="Path">Its address, with the names of what differs.</param>
/// <param name="Permission">Null where being signed in is enough, and where nobody needs to be known.</param>
/// <param name="Public">Why nobody needs to be known; null otherwise.</param>
/// <param name="StepUp">The second factor must have been shown a short time ago.</param>
/// <param name="IsCommand">A form that is checked, then sent.</param>
internal sealed partial record PageRow(string Path, Permission? Permission, string? Public, bool StepUp, bool IsCommand)
{
    /// <summary>What stands in an address, by its beginning and the name of the part; a page with parts that are not here has no row, and a test fails.</summary>
    private static readonly (string Path, string Part, string Thing)[] Things =
    [
        ("/console/organizations/", "id", "organization"), ("/console/organizations/", "dispositionId", "disposition"), ("/console/organizations/", "personId", "person"),
        ("/console/organizations/", "paperId", "paper"),
        ("/console/listings/", "id", "listing"), ("/console/listings/", "waiverId", "waiver"), ("/console/listings/", "identityId", "identity"),
        ("/console/appeals/", "id", "appeal"), ("/console/check/", "id", "check"), ("/console/notices/", "id", "notice"),
        ("/console/reexaminations/", "id", "reexamination"), ("/console/files/", "id", "file"), ("/console/audit/", "id", "entry"),
        ("/console/users/", "id", "user"), ("/console/clients/", "id", "client"), ("/console/clients/", "kid", "kid"), ("/console/callers/", "caller", "caller"),
        ("/console/rules/", "id", "rule"), ("/console/rules/drafts/", "id", "draft"), ("/console/calendar/", "year", "year"), ("/console/system/keys/", "purpose", "purpose"),
    ];

    /// <summary>Words that stand in an address.</summary>
    private static readonly Dictionary<string, string> Words = new() { ["form"] = "csv", ["kind"] = "decision", ["handler"] = "" };

    /// <summary>What an address needs behind it.</summary>
    private static readonly Dictionary<string, Func<MatrixWorld, string>> Queries = new()
    {
        ["/console/check/{id:guid}/determination"] = world => $"?applicant=0&listing={world.IdOf("listingNumber")}",
    };

    /// <summary>The world has a client, and no key of it.</summary>
    public bool IsThere => !Path.Contains("{kid}", StringComparison.Ordinal);

    /// <summary>Rules and the calendar are everybody's, wherever they work.</summary>
    public bool IsOfAPlace => Path.Contains("guid}", StringComparison.Ordinal) && !Path.StartsWith("/console/rules/", StringComparison.Ordinal);

    public static async Task<IReadOnlyList<PageRow>> All(RegistryNode node)
    {
        var rows = new List<PageRow>();
        foreach (var endpoint in node.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.ViewEnginePath.StartsWith("/Console/", StringComparison.Ordinal))
            {
                var compiled = await node.Service<PageLoader>().LoadAsync(page, endpoint.Metadata);
                var facts = new Microsoft.AspNetCore.Http.EndpointMetadataCollection(compiled.EndpointMetadata ?? []);
                rows.Add(new PageRow(
                    "/" + endpoint.RoutePattern.RawText!.Trim('/'), EndpointAccess.PermissionsOf(facts).Select(one => (Permission?)one).SingleOrDefault(),
                    facts.GetMetadata<IsPublicAttribute>()?.Reason, facts.GetMetadata<RequiresRecentSecondFactorAttribute>() is not null, IsCommandPage(compiled.HandlerTypeInfo)));
            }
        }

        return [.. rows.DistinctBy(row => row.Path).OrderBy(row => row.Path, StringComparer.Ordinal)];
    }

    /// <summary>About what there is in the world, or about nothing.</summary>
    public string Address(MatrixWorld world, bool absent = false) =>
        Part().Replace(Path, part => Value(part.Groups["name"].Value, world, absent)).TrimEnd('/') + Queries.GetValueOrDefault(Path)?.Invoke(world);

    private string Value(string name, MatrixWorld world, bool absent)
    {
        if (Words.TryGetValue(name, out var word))
        {
            return word;
        }

        var thing = Things.Where(thing => thing.Part == name && Path.StartsWith(thing.Path, StringComparison.Ordinal)).MaxBy(thing => thing.Path.Length).Thing
            ?? throw new InvalidOperationException($"{Path}: there is nothing for {{{name}}}; name in Things what stands there.");
        return absent ? Guid.Empty.ToString() : world.IdOf(thing);
    }

    private static bool IsCommandPage(Type? model) => model?.IsAssignableTo(typeof(FormPage)) is true;

    /// <summary>Also with a condition in which there are brackets.</summary>
    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\??(:[^/]*)?\??\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
