using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Http;

/// <summary>A refusal on its way out: a problem document of RFC 9457 in the caller's language. It repeats nothing the caller sent.</summary>
internal sealed record Problem(ProblemKind Kind) : IResult
{
    private static readonly JsonSerializerOptions Json = new(EdgeJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public IReadOnlyList<object> Particulars { get; init; } = [];

    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>The version the resource has now, when another was expected.</summary>
    public long? CurrentVersion { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var texts = ProblemTexts.For(httpContext.Request);
        response.StatusCode = Kind.Status;
        response.ContentType = "application/problem+json";
        response.Headers.ContentLanguage = texts.Language;
        response.Headers.Append("Vary", "Accept-Language");
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (CurrentVersion is { } version)
            response.Headers.ETag = IfMatch.Tag(version);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Document(texts, httpContext), Json), httpContext.RequestAborted);
    }

    private ProblemDocument Document(ProblemTexts texts, HttpContext httpContext) => new()
    {
        Type = $"/problems/{Kind.Code}",
        Title = texts.Title(Kind),
        Status = Kind.Status,
        Code = Kind.Code,
        Detail = texts.Detail(Kind.Code, Fields is [var first, ..] ? first.Particulars : Particulars),
        Field = Fields.Count > 0 ? Fields[0].Path : null,
        Errors = Fields.Count == 0 ? null : [.. Fields.Select(field => Wrong(texts, field))],
        CurrentVersion = CurrentVersion,
        TraceId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
    };

    private static WrongField Wrong(ProblemTexts texts, FieldError error) =>
        new(error.Path, error.Kind.Code, texts.Detail(error.Kind.Code, error.Particulars) ?? texts.Title(error.Kind));
}

/// <summary>What every refusal looks like on the wire (RFC 9457).</summary>
internal sealed record ProblemDocument
{
    /// <summary>Stable address of the code's description.</summary>
    public required string Type { get; init; }

    /// <summary>The code in words, in the caller's language.</summary>
    public required string Title { get; init; }

    public required int Status { get; init; }

    /// <summary>Stable; callers may branch on it.</summary>
    public required string Code { get; init; }

    public string? Detail { get; init; }

    /// <summary>The first wrong field.</summary>
    public string? Field { get; init; }

    /// <summary>Every wrong field.</summary>
    public IReadOnlyList<WrongField>? Errors { get; init; }

    /// <summary>The version the resource has now (with 412).</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>Names this request in the service's logs.</summary>
    public required string TraceId { get; init; }
}

/// <param name="Field">Path in the body, as in <c>applicants[0].documents[0].number</c>.</param>
internal sealed record WrongField(string Field, string Code, string Detail);
