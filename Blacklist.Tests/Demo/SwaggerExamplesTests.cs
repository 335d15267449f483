using System.Net;
using System.Text.Json.Nodes;

namespace Blacklist.Tests.Demo;

/// <summary>
/// Every example of the API document, sent as it stands to the registry that the demo filled. What is named by an id of its own making (a user, a
/// client, a file) has no example that could be pasted, and files of applicants are sent by <c>ApplicantFileTests</c>.
/// </summary>
public sealed class SwaggerExamplesTests(DemoRegistry demo) : IClassFixture<DemoRegistry>
{
    [Fact]
    public async Task Every_example_works_when_pasted()
    {
        var callers = new List<ApiCaller>();
        foreach (var client in demo.Clients)
        {
            callers.Add(await demo.SignIn(client));
        }

        var sent = new List<string>();
        foreach (var operation in await Operations())
        {
            var answer = await Send(operation, callers);
            ((int)answer.Status).ShouldBeInRange(200, 299, $"{operation.Id}: {answer.Text}");
            sent.Add(operation.Id);
        }

        sent.ShouldContain("annulDisposition");
        sent.ShouldContain("askCheck");
        sent.Count.ShouldBeGreaterThan(20);
    }

    /// <summary>By the first client that may, and to whom it is there.</summary>
    private static async Task<ApiAnswer> Send(Operation operation, List<ApiCaller> callers)
    {
        ApiAnswer? notThere = null;
        foreach (var caller in callers)
        {
            var answer = operation.IsRead
                ? await caller.Get(operation.Path)
                : await caller.Post(operation.Path, operation.Body?.ToJsonString() ?? "", Guid.NewGuid().ToString());
            switch (answer.Status)
            {
                case HttpStatusCode.Forbidden:
                    break;
                case HttpStatusCode.NotFound:
                    notThere = answer;
                    break;
                default:
                    return answer;
            }
        }

        return notThere ?? throw new InvalidOperationException($"No demo client may call {operation.Id}.");
    }

    private async Task<List<Operation>> Operations()
    {
        var document = (await (await demo.SignIn(demo.Clients.First())).Get("/openapi/v1.json")).Body;
        return
        [
            .. from path in document["paths"]!.AsObject()
               where path.Key.StartsWith("/api/", StringComparison.Ordinal)
               from operation in path.Value!.AsObject()
               where CanBePasted(operation.Value!)
               let id = (string)operation.Value!["operationId"]!
               select new Operation(id, operation.Key == "get", WithExamples(path.Key, operation.Value!), BodyOf(operation.Value!)),
        ];
    }

    private static bool CanBePasted(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).All(parameter => (string)parameter!["in"]! != "path" || parameter["example"] is not null)
        && (operation["requestBody"] is not { } body || body["content"]!["application/json"] is not null);

    private static string WithExamples(string path, JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string)parameter!["in"]! == "path")
            .Aggregate(path, (filled, parameter) => filled.Replace($"{{{parameter!["name"]}}}", (string)parameter["example"]!, StringComparison.Ordinal));

    private static JsonNode? BodyOf(JsonNode operation) =>
        operation["requestBody"] is { } body ? body["content"]!["application/json"]!["example"] : null;

    private sealed record Operation(string Id, bool IsRead, string Path, JsonNode? Body);
}
