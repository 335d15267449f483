using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Unicode;
using Blacklist.Api.Http.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Http;

/// <summary>
/// A JSON request body, read strictly: it is exactly a <typeparamref name="T"/> or it is refused with every wrong field named.
/// A constructor parameter without default must be present (null where it is nullable); one with a default may be left out.
/// </summary>
/// <param name="Bytes">As they were sent, for the digest that belongs to the Idempotency-Key.</param>
internal sealed record Body<T>(T Value, ReadOnlyMemory<byte> Bytes) : IEndpointParameterMetadataProvider
    where T : class
{
    private const string Json = "application/json";

    private static readonly JsonShape Shape = JsonShape.Of(typeof(T));

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        RequireJson(context.Request);
        var bytes = await ReadAsync(context);
        return new Body<T>(Read(bytes), bytes);
    }

    /// <summary>What a page put together from its form is read as strictly as what is sent.</summary>
    /// <exception cref="ProblemException">It is not exactly a <typeparamref name="T"/>.</exception>
    public static Body<T> Of(byte[] bytes) => new(Read(bytes), bytes);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        _ = Shape; // a type that cannot be checked shows when the endpoints are built, not with the first body
        builder.Metadata.Add(new AcceptsMetadata([Json], typeof(T)));
        builder.Metadata.Add(new DeclaredProblems(
            ProblemKinds.EmptyBody, ProblemKinds.MalformedJson, ProblemKinds.UnknownField, ProblemKinds.DuplicateField, ProblemKinds.MissingField,
            ProblemKinds.WrongType, ProblemKinds.InvalidText, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType,
            ProblemKinds.ValueNotAllowed, ProblemKinds.InvalidValue));
    }

    /// <summary>UTF-8 and nothing else (RFC 8259, 8.1).</summary>
    private static void RequireJson(HttpRequest request)
    {
        var isJson = request.ContentType == Json || MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson || request.Headers.ContentEncoding.Count > 0)
            throw new ProblemException(ProblemKinds.UnsupportedMediaType);
    }

    /// <summary>A body that is too large is read on and thrown away, within reason: a caller still sending would not hear the answer.</summary>
    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Limits.DiscardedBytes;
        var reader = context.Request.BodyReader;
        var tooLarge = false;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            tooLarge |= read.Buffer.Length > Limits.BodyBytes;
            var bytes = read.IsCompleted && !tooLarge ? read.Buffer.ToArray() : [];
            reader.AdvanceTo(tooLarge || read.IsCompleted ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                return tooLarge ? throw new ProblemException(ProblemKinds.BodyTooLarge) : bytes;
        }
    }

    private static T Read(byte[] bytes)
    {
        if (!bytes.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
            throw new ProblemException(ProblemKinds.EmptyBody);
        if (!Utf8.IsValid(bytes))
            throw new ProblemException(ProblemKinds.InvalidText);
        try
        {
            var errors = JsonCheck.Errors(bytes, Shape);
            return errors.Any
                ? throw new ProblemException(Problems.Unprocessable(errors))
                : JsonSerializer.Deserialize<T>(bytes, EdgeJson.Options) ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new ProblemException(new Problem(ProblemKinds.MalformedJson)
            {
                Particulars = [(wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1, EdgeJson.MaxDepth],
            });
        }
    }
}
