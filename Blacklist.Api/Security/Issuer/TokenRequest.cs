using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Security.Issuer;

/// <summary>The form's fields (RFC 6749 §4.4.2), for the API document.</summary>
internal sealed record TokenForm(
    [property: JsonPropertyName("grant_type")] string GrantType,
    [property: JsonPropertyName("client_id")] string? ClientId,
    [property: JsonPropertyName("client_secret")] string? ClientSecret,
    [property: JsonPropertyName("client_assertion_type")] string? ClientAssertionType = null,
    [property: JsonPropertyName("client_assertion")] string? ClientAssertion = null,
    [property: JsonPropertyName("scope")] string? Scope = null);

/// <summary>A request for a token with client credentials (RFC 6749 §4.4.2), read and not yet believed.</summary>
/// <param name="Secret">Null when the client sent an <paramref name="Assertion"/> instead.</param>
/// <param name="Assertion">Signed by the client (RFC 7523); null when it sent its secret.</param>
internal sealed record TokenRequest(string ClientId, string? Secret, string? Assertion = null)
{
    private const int MaximumSecretLength = 256;
    public const string FormType = "application/x-www-form-urlencoded";

    /// <summary>As it was asked for; null for all that the client may do.</summary>
    public string? Scope { get; private init; }

    /// <summary>The request, or what is wrong with it.</summary>
    public static async Task<(TokenRequest? Request, TokenRefusal? Refusal)> Read(HttpRequest http)
    {
        if (await ReadForm(http) is not { } form)
            return (null, TokenRefusal.InvalidRequest("The body must be a form: application/x-www-form-urlencoded."));
        if (form.Any(field => field.Value.Count != 1))
            return (null, TokenRefusal.InvalidRequest("A parameter was given more than once."));
        if (string.IsNullOrEmpty(form["grant_type"]))
            return (null, TokenRefusal.InvalidRequest("grant_type is missing."));
        if (form["grant_type"] != "client_credentials")
            return (null, TokenRefusal.UnsupportedGrantType);
        var (request, refusal) = form.ContainsKey("client_assertion") || form.ContainsKey("client_assertion_type") ? Asserted(http, form) : Credentials(http, form);
        return (request is not null && form["scope"] is [{ Length: > 0 } scope] ? request with { Scope = scope } : request, refusal);
    }

    public override string ToString() => ClientId;

    private static async Task<IFormCollection?> ReadForm(HttpRequest http)
    {
        if (!http.HasFormContentType || http.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) is not true)
            return null;

        try
        {
            return await http.ReadFormAsync(http.HttpContext.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>One way only: the Authorization header or the form (RFC 6749 §2.3).</summary>
    private static (TokenRequest?, TokenRefusal?) Credentials(HttpRequest http, IFormCollection form)
    {
        var header = http.Headers[HeaderNames.Authorization];
        if (StringValues.IsNullOrEmpty(header))
            return Checked(form["client_id"], form["client_secret"]);
        if (form.ContainsKey("client_secret"))
            return (null, TokenRefusal.InvalidRequest("The client authenticates in two ways."));
        if (Basic(header) is not [var id, var secret])
            return (null, TokenRefusal.InvalidClient);
        return form.ContainsKey("client_id") && form["client_id"] != id
            ? (null, TokenRefusal.InvalidRequest("client_id is not the one of the Authorization header."))
            : Checked(id, secret);
    }

    /// <summary>RFC 7521 §4.2; nothing else beside it.</summary>
    private static (TokenRequest?, TokenRefusal?) Asserted(HttpRequest http, IFormCollection form)
    {
        if (!StringValues.IsNullOrEmpty(http.Headers[HeaderNames.Authorization]) || form.ContainsKey("client_secret"))
            return (null, TokenRefusal.InvalidRequest("The client authenticates in two ways."));
        if (form["client_assertion_type"] != ClientAssertions.Type || form["client_assertion"].ToString() is not { Length: > 0 } assertion)
            return (null, TokenRefusal.InvalidRequest($"client_assertion comes with client_assertion_type {ClientAssertions.Type}."));
        return ClientAssertions.SubjectOf(assertion) is { Length: > 0 and <= ApiClient.MaximumIdLength } subject && !subject.Contains('\0', StringComparison.Ordinal)
            && (!form.ContainsKey("client_id") || form["client_id"] == subject)
            ? (new TokenRequest(subject, null, assertion), null)
            : (null, TokenRefusal.InvalidClient);
    }

    private static (TokenRequest?, TokenRefusal?) Checked(string? id, string? secret) =>
        string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret) || id.Length > ApiClient.MaximumIdLength || secret.Length > MaximumSecretLength
            || id.Contains('\0', StringComparison.Ordinal)
            ? (null, TokenRefusal.InvalidClient)
            : (new TokenRequest(id, secret), null);

    /// <summary>Both parts are form-encoded before they are joined (RFC 6749 §2.3.1).</summary>
    private static string[] Basic(StringValues header)
    {
        var bytes = new byte[1024];
        if (!AuthenticationHeaderValue.TryParse(header, out var value)
            || !"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length))
        {
            return [];
        }

        return [.. Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2).Select(part => Uri.UnescapeDataString(part.Replace('+', ' ')))];
    }
}
