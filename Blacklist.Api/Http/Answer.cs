using System.Text.Json;
using Blacklist.Api.Audit;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Http;

/// <summary>An answer whose exact bytes are known before it is sent, so that they can be stored with the events and sent again for the same key.</summary>
internal sealed record Answer(int StatusCode, ReadOnlyMemory<byte> Body) : IResult
{
    public string? Location { get; init; }

    /// <summary>Version of the resource after this request; sent as ETag.</summary>
    public long? Version { get; init; }

    /// <summary>Cache-Control of an answer that anybody may keep; null for the rule, which is that nobody does.</summary>
    public string? Cache { get; init; }

    /// <summary>For public answers: kept for a minute by whoever asks, and no longer.</summary>
    public const string ForEverybody = "public, max-age=60";

    /// <summary>For the audit: how many items a page shows, and which.</summary>
    private (int Count, IReadOnlyList<Guid> Ids)? Page { get; init; }

    public static Answer Ok<T>(T value) => new(StatusCodes.Status200OK, Bytes(value));

    public static Answer Ok<T>(Page<T> page) => new(StatusCodes.Status200OK, Bytes(page)) { Page = (page.Items.Count, ShownIds<T>.Of(page.Items)) };

    public static Answer Created<T>(string location, T value) => new(StatusCodes.Status201Created, Bytes(value)) { Location = location };

    /// <summary>It was only tried, and would be done.</summary>
    public static Answer Tried { get; } = new(StatusCodes.Status204NoContent, ReadOnlyMemory<byte>.Empty);

    public static Answer Accepted<T>(string location, T value) => new(StatusCodes.Status202Accepted, Bytes(value)) { Location = location };

    /// <summary>What it says, for a page that shows it.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body.Span, EdgeJson.Options)!;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCode;
        if (Page is { } shown)
            AuditNote.Of(httpContext).ShowsPage(shown.Count, shown.Ids);
        if (Location is not null)
            response.Headers.Location = Location;
        if (Version is { } version)
            response.Headers.ETag = IfMatch.Tag(version);
        if (Cache is not null)
            response.Headers.CacheControl = Cache;
        if (Body.IsEmpty)
            return;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, EdgeJson.Options);
}
