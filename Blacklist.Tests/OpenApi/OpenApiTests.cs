using System.Net;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Kernel;
using Blacklist.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Blacklist.Tests.OpenApi;

public sealed class OpenApiTests : IAsyncLifetime
{
    private static readonly Refusal Closed = new("not_found", "The shop is closed.");

    private readonly WebApplication _app;

    public OpenApiTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpEdge();
        builder.Services.AddOpenApiDocument();
        _app = builder.Build();
        _app.UseHttpEdge();
        _app.UseOpenApiPages();
        _app.MapProblemPages();
        _app.MapPost("/orders/{id:guid}/lines", PlaceOrderEndpoint.Handle)
            .Summary("Place an order", "Records one order.")
            .Example(new Order("张三", Size.Small, []))
            .Answers<Order>(201, """{"name":"张三"}""")
            .Refuses(Closed)
            .Rejects(new Refusal("wrong_length", "Too long."));
        _app.MapGet("/orders", ListOrdersEndpoint.Handle).Summary("List orders", "Page by page.").Answers<Page<Order>>(200);
    }

    private HttpClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_document_keeps_every_rule()
    {
        OpenApiRules.Violations(await Client.GetStringAsync("/openapi/v1.json")).ShouldBeEmpty();
        OpenApiRules.WrongExamples(_app.Services.GetRequiredService<EndpointDataSource>().Endpoints).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operation_is_named_after_its_endpoint_class_and_folder()
    {
        var operation = await Operation("/orders/{id}/lines", "post");
        ((string)operation["operationId"]!).ShouldBe("placeOrder");
        operation["tags"]!.AsArray().Select(tag => (string)tag!).ShouldBe(["OpenApi"]);
    }

    [Fact]
    public async Task Every_problem_an_operation_can_answer_is_listed_under_its_status()
    {
        var responses = (await Operation("/orders/{id}/lines", "post"))["responses"]!.AsObject();
        responses.Select(response => response.Key).ShouldBe(
            ["201", "400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "500", "503"], ignoreOrder: true);
        Codes(responses["409"]!).ShouldBe(["idempotency_key_reused", "not_found"]);
        Codes(responses["422"]!).ShouldBe(["invalid_value", "value_not_allowed", "wrong_length"]);
        Codes(responses["503"]!).ShouldBe(["outcome_unknown", "registry_unavailable"]);
    }

    [Fact]
    public async Task Headers_and_query_parameters_that_the_edge_reads_are_described()
    {
        var written = (await Operation("/orders/{id}/lines", "post"))["parameters"]!.AsArray();
        written.Select(parameter => $"{parameter!["in"]} {parameter["name"]} {parameter["required"]}")
            .ShouldBe(["path id true", "header Idempotency-Key true", "header If-Match "], ignoreOrder: true);
        var listed = (await Operation("/orders", "get"))["parameters"]!.AsArray();
        listed.Select(parameter => (string)parameter!["name"]!).ShouldBe(["limit", "cursor"]);
    }

    [Fact]
    public async Task The_schema_demands_what_the_reader_demands()
    {
        var order = (await Document())["components"]!["schemas"]!["Order"]!;
        order["required"]!.AsArray().Select(name => (string)name!).ShouldBe(["lines", "name", "size"], ignoreOrder: true);
        ((bool)order["additionalProperties"]!).ShouldBeFalse();
        order["properties"]!["second"]!.ToJsonString().ShouldContain("null");
    }

    [Fact]
    public async Task Swagger_UI_is_served_from_here_and_names_no_other_host()
    {
        var page = await Client.GetAsync("/swagger/index.html");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("://");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
        (await Client.GetAsync("/swagger/swagger-ui-bundle.js")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Codes(JsonNode response) => response["x-problem-codes"]!.AsArray().Select(code => (string)code!);

    private async Task<JsonNode> Document() => await (await Client.GetAsync("/openapi/v1.json")).Json();

    private async Task<JsonNode> Operation(string path, string method) => (await Document())["paths"]![path]![method]!;
}

internal static class PlaceOrderEndpoint
{
    public static IResult Handle(Guid id, Body<Order> body, IdempotencyKey key, IfMatch match) =>
        Answer.Created($"/orders/{id}", body.Value) with { Version = match.Version ?? key.Value.Length };
}

internal static class ListOrdersEndpoint
{
    public static Page<Order> Handle(PageRequest<long> page) => page.Of(Array.Empty<Order>(), _ => 0);
}
