using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Blacklist.Domain.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Blacklist.Tests.Http;

/// <summary>The edge alone, over real HTTP, with endpoints that know no business.</summary>
public sealed class EdgeHost : IAsyncLifetime
{
    private static readonly Refusal Closed = new("shop_closed", "The shop is closed.");

    private readonly WebApplication _app;

    public EdgeHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddHttpEdge(exceptions => exceptions.Map<InsufficientMemoryException>(Problems.Overloaded()));
        _app = builder.Build();
        _app.UseHttpEdge();
        _app.MapProblemPages();
        _app.MapPost("/orders", (Body<Order> body) => Answer.Created("/orders/1", body.Value) with { Version = 1 });
        _app.MapPost("/bytes", (Body<Order> body) => Results.Bytes(body.Bytes.ToArray()));
        _app.MapPost("/keyed", (IdempotencyKey key) => key.Value);
        _app.MapPost("/perhaps-keyed", (IdempotencyKey? key) => key?.Value ?? "none");
        _app.MapPost("/versioned", (IfMatch match) => match.Excludes(3) ? Problems.VersionConflict(3) : Results.Ok());
        _app.MapPost("/forms", async (HttpRequest request) => $"{(await request.ReadFormAsync()).Count}");
        _app.MapGet("/numbers", (PageRequest<long> page) => Numbers(page));
        _app.MapGet("/refused", () => Problems.Refused(Closed));
        _app.MapGet("/throws/{name}", (string name) => Throw(name));
        _app.MapGet("/search", (string query, int? count) => $"{query} {count}");
    }

    internal RecordedLog Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    public Task<HttpResponseMessage> Post(string path, string json) => Post(path, Encoding.UTF8.GetBytes(json));

    public async Task<HttpResponseMessage> Post(string path, byte[] body, string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await Client.PostAsync(path, content);
    }

    private static Page<long> Numbers(PageRequest<long> page) =>
        page.Of([.. Enumerable.Range(1, 120).Select(n => (long)n).Where(n => n > (page.After?.Key ?? 0)).Take(page.Limit + 1)], n => n);

    private static string Throw(string name) => throw (name switch
    {
        "closed-connection" => Thrown(() => new NpgsqlCommand("SELECT 1", new NpgsqlConnection("Host=127.0.0.1")).ExecuteScalar()),
        "disposed-connection" => Thrown(() => Disposed().Open()),
        "state" => new InvalidOperationException("secret"),
        "postgres-outage" => new PostgresException("secret", "FATAL", "FATAL", "57P01"),
        "postgres-bug" => new PostgresException("secret", "ERROR", "ERROR", "42601"),
        "read-only" => new PostgresException("secret", "ERROR", "ERROR", "25006"),
        "wire" => new NpgsqlException("secret"),
        "timeout" => new TimeoutException("secret"),
        "mapped" => new InsufficientMemoryException("secret"),
        _ => new FormatException("secret"),
    });

    private static NotSupportedException Thrown(Action act)
    {
        act();
        return new NotSupportedException("Nothing was thrown.");
    }

    private static NpgsqlConnection Disposed()
    {
        var connection = new NpgsqlConnection("Host=127.0.0.1");
        connection.Dispose();
        return connection;
    }
}

internal enum Size
{
    Small,
    ExtraLarge,
}

internal sealed record Order(string Name, Size Size, IReadOnlyList<OrderLine> Lines, string? Note = null, DateOnly? Due = null)
{
    public DateTimeOffset? At { get; init; }

    public Guid? Id { get; init; }

    public Size? Second { get; init; }
}

internal sealed record OrderLine(string Article, int Count, decimal? Price, bool Gift, IReadOnlyList<string>? Tags = null);

internal static class Answers
{
    public static async Task<JsonNode> Json(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new JsonException("null");

    /// <summary>Status, code and field in one comparable line; checks that it is a problem document.</summary>
    public static async Task<string> Problem(this HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Json();
        ((int)problem["status"]!).ShouldBe((int)response.StatusCode);
        ((string)problem["type"]!).ShouldBe($"/problems/{problem["code"]}");
        ((string)problem["traceId"]!).ShouldNotBeNullOrEmpty();
        return $"{problem["status"]} {problem["code"]} {problem["field"]}".TrimEnd();
    }
}
