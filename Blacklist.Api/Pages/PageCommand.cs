using System.Security.Cryptography;
using System.Text.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Pages;

/// <summary>What a page hands to the handler of an endpoint: it issues the same command, in the same form.</summary>
internal static class PageCommand
{
    public static Body<T> Body<T>(T value)
        where T : class => new(value, JsonSerializer.SerializeToUtf8Bytes(value, EdgeJson.Options));

    /// <summary>The same form with the same content is one request, however often it is sent; changed after the back button it is another.</summary>
    public static IdempotencyKey Key<T>(Guid form, Body<T> body)
        where T : class => new($"{form:N}:{Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span))}");
}
