using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security.Issuer;
using Blacklist.Tests.Vault;
using Microsoft.AspNetCore.Routing;

namespace Blacklist.Tests.Api;

/// <summary>Every write and every check, sent in every wrong way: a problem document each time, and nothing is written.</summary>
public sealed partial class BadInputTests(ToldStory told) : IClassFixture<ToldStory>
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly string Depth = new('[', 100_000);

    /// <summary>The way a good body goes bad.</summary>
    public static TheoryData<string> Ways => [.. Bad.Keys];

    private static readonly Dictionary<string, Func<JsonObject, byte[]>> Bad = new()
    {
        ["nothing"] = _ => [],
        ["white space"] = _ => Utf8(" \r\n "),
        ["half a body"] = body => Utf8(body.ToJsonString()[..^3]),
        ["two bodies"] = body => Utf8(body.ToJsonString() + body.ToJsonString()),
        ["a comment"] = body => Utf8("/* */" + body.ToJsonString()),
        ["a trailing comma"] = body => Utf8(body.ToJsonString()[..^1] + ",}"),
        ["null"] = _ => Utf8("null"),
        ["a list"] = body => Utf8($"[{body.ToJsonString()}]"),
        ["a string"] = _ => Utf8("\"body\""),
        ["an unknown field"] = body => Utf8(body.ToJsonString()[..^1] + ",\"surprise\":1}"),
        ["a field in another case"] = body => Utf8(body.ToJsonString().Replace($"\"{First(body)}\"", $"\"{First(body).ToUpperInvariant()}\"", StringComparison.Ordinal)),
        ["a field twice"] = body => Utf8($"{{\"{First(body)}\":{body[First(body)]!.ToJsonString()},{body.ToJsonString()[1..]}"),
        ["bytes that are no UTF-8"] = body => [.. Utf8(body.ToJsonString()[..^1]), 0xFF, (byte)'}'],
        ["UTF-16"] = body => Encoding.Unicode.GetBytes(body.ToJsonString()),
        ["a byte order mark alone"] = _ => [0xEF, 0xBB, 0xBF],
        ["a depth bomb"] = _ => Utf8(Depth),
        ["a depth bomb in a field"] = body => Utf8(body.ToJsonString()[..^1] + ",\"surprise\":" + Depth),
        ["ten megabytes"] = body => Utf8(body.ToJsonString()[..^1] + new string(' ', 10_000_000) + "}"),
    };

    private static readonly string[] Administered = ["/api/v1/rules", "/api/v1/calendar", "/api/v1/clients", "/api/v1/users", "/api/v1/callers"];

    private static readonly string[] WrongValues = ["-1", "1e999", "{}", "[]", "[null]", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00 \"", "\"\""];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_bad_body_is_answered_by_a_problem_and_writes_nothing(string way)
    {
        var before = await Written();
        foreach (var write in await Writes())
        {
            Refused(await write.Caller.Post(write.Path, Bad[way](write.Body), Json, Guid.NewGuid().ToString()), $"{way} to {write.Path}");
        }

        (await Written()).ShouldBe(before);
    }

    [Fact]
    public async Task A_bad_value_in_any_field_is_answered_by_a_problem_and_writes_nothing()
    {
        var before = await Written();
        foreach (var write in await Writes())
        {
            foreach (var (field, value) in from field in Leaves(write.Body) from value in WrongValues select (field, value))
            {
                var body = write.Body.ToJsonString().Replace(field, value, StringComparison.Ordinal);
                if (body != write.Body.ToJsonString())
                {
                    Refused(await write.Caller.Post(write.Path, body, Guid.NewGuid().ToString()), $"{value} for {field} to {write.Path}");
                }
            }
        }

        (await Written()).ShouldBe(before);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/xml")]
    public async Task A_body_that_is_not_called_JSON_is_refused(string type)
    {
        foreach (var write in await Writes())
        {
            var answer = await write.Caller.Post(write.Path, Utf8(write.Body.ToJsonString()), MediaTypeHeaderValue.Parse(type), Guid.NewGuid().ToString());
            answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType, $"{type} to {write.Path}: {answer.Text}");
        }
    }

    [Theory]
    [InlineData("/api/v1/listings?limit=0")]
    [InlineData("/api/v1/listings?limit=1000000000000")]
    [InlineData("/api/v1/listings?limit=ten")]
    [InlineData("/api/v1/listings?cursor=!!")]
    [InlineData("/api/v1/listings?cursor=AAAA")]
    [InlineData("/api/v1/listings?status=bogus")]
    [InlineData("/api/v1/listings?region=15")]
    [InlineData("/api/v1/listings?bannedOrganizationId=7")]
    [InlineData("/api/v1/listings?region=%00")]
    [InlineData("/api/v1/listings/7")]
    [InlineData("/api/v1/listings/..%2f..%2fetc")]
    [InlineData("/api/v1/banned-organizations?query=")]
    [InlineData("/api/v1/banned-organizations?query=%00")]
    [InlineData("/api/v1/banned-organizations?cursor=%ff")]
    [InlineData("/api/v1/eligibility-checks/0")]
    [InlineData("/api/v1/rules/versions/99999999999")]
    [InlineData("/api/v1/rules/versions/-1")]
    [InlineData("/api/v1/rules/drafts/7")]
    [InlineData("/api/v1/calendar/0")]
    [InlineData("/api/v1/calendar/99999999999")]
    [InlineData("/api/v1/nothing")]
    public async Task A_bad_address_is_answered_by_a_problem(string path) => Refused(await told.Story.Clerk.Get(path), path);

    [Theory]
    [InlineData("%' OR 1=1 --")]
    [InlineData("\\")]
    [InlineData("_%")]
    [InlineData("\ud83d\ude00")]
    public async Task What_would_mean_something_to_SQL_is_plain_text(string query) =>
        (await told.Story.Clerk.Get($"{Story.Organizations}?query={Uri.EscapeDataString(query)}")).ShouldBe(HttpStatusCode.OK).Body["items"]!.AsArray().ShouldBeEmpty();

    private static void Refused(ApiAnswer answer, string what)
    {
        ((int)answer.Status is >= 400 and < 500).ShouldBeTrue($"{what}: {answer.Status} {answer.Text}");
        answer.MediaType.ShouldBe("application/problem+json", what);
        answer["code"].ShouldNotBeNullOrEmpty(what);
    }

    /// <summary>Where the log stands, and how many answers of either kind are kept.</summary>
    private async Task<string> Written() => await told.Node.Database.Owner.Scalar<string>(
        """
        SELECT concat_ws(' ', (SELECT position FROM registry.log_position), (SELECT count(*) FROM registry.keyed_answers),
               (SELECT count(*) FROM registry.eligibility_checks), (SELECT count(*) FROM registry.check_keys), (SELECT count(*) FROM vault.persons))
        """);

    /// <summary>Every operation that takes a body, with the example of its description, on things that are there.</summary>
    private async Task<IReadOnlyList<(ApiCaller Caller, string Path, JsonObject Body)>> Writes()
    {
        var listing = (await told.Story.Clerk.Get(Story.Listings)).Body["items"]![0]!;
        return
        [
            .. from endpoint in told.Node.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let example = endpoint.Metadata.GetMetadata<RequestExample>()?.Json as JsonObject
               let pattern = endpoint.RoutePattern.RawText!
               where example is not null && pattern.StartsWith("/api/", StringComparison.Ordinal)
               let id = pattern.StartsWith(AppealStory.Appeals, StringComparison.Ordinal) ? told.Appeal
                   : (pattern.Contains("/listings", StringComparison.Ordinal) ? listing["id"] : listing["bannedOrganizationId"])!.ToString()
               select (
                   told.Node.As(CallerOf(pattern)),
                   PathPart().Replace(pattern.Replace("{id:guid}", id, StringComparison.Ordinal), part => ValueOf(part, endpoint)).TrimEnd('/'),
                   example),
        ];
    }

    private static ApiClient CallerOf(string pattern) =>
        pattern.StartsWith(Story.Checks, StringComparison.Ordinal) || pattern.StartsWith("/api/v1/notices", StringComparison.Ordinal)
            || pattern.StartsWith("/api/v1/reexaminations", StringComparison.Ordinal) ? ApiClientSamples.Clerk
        : pattern.StartsWith(AppealStory.Appeals, StringComparison.Ordinal) ? ApiClientSamples.AppealsAdministrator
        : pattern.StartsWith("/api/v1/audit", StringComparison.Ordinal) ? ApiClientSamples.Auditor
        : Administered.Any(path => pattern.StartsWith(path, StringComparison.Ordinal)) ? ApiClientSamples.Administrator
        : ApiClientSamples.Both;

    private static string ValueOf(Match part, RouteEndpoint endpoint) => part.Value.EndsWith(":guid}", StringComparison.Ordinal)
        ? Guid.Empty.ToString()
        : endpoint.Metadata.GetOrderedMetadata<PathExample>().SingleOrDefault(example => part.Value.StartsWith("{" + example.Name, StringComparison.Ordinal))?.Value
            ?? "nobody";

    [GeneratedRegex(@"\{\w+(:\w+)?\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PathPart();

    private static string First(JsonObject body) => body.First().Key;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Every value of the body that holds no other, as it is written there.</summary>
    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(field => Leaves(field.Value)),
        JsonArray list => list.SelectMany(Leaves),
        JsonValue value => [value.ToJsonString()],
        _ => [],
    };
}
