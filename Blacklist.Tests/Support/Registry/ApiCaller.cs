using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>A client of the API with a token, over real HTTP.</summary>
internal sealed class ApiCaller(HttpClient http) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>How often it comes back when the service says that it is overloaded, as a slow machine is while a node is new.</summary>
    private const int ComesBack = 60;

    /// <summary>The node it calls.</summary>
    public Uri Url => http.BaseAddress!;

    public string Token => http.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Nobody the service knows.</summary>
    public static ApiCaller Anonymous(Uri url) => new(new HttpClient { BaseAddress = url });

    public static async Task<ApiCaller> SignIn(Uri url, string client, string secret)
    {
        var http = new HttpClient { BaseAddress = url };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = secret,
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        http.DefaultRequestHeaders.Authorization = Bearer((await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>());
        return new ApiCaller(http);
    }

    /// <summary>Somebody who has a token already.</summary>
    public static ApiCaller With(Uri url, string token) => new(new HttpClient { BaseAddress = url, DefaultRequestHeaders = { Authorization = Bearer(token) } });

    /// <summary>False for one who takes "overloaded" for an answer.</summary>
    public bool IsPatient { get; init; } = true;

    /// <summary>The same caller with the same token at another node.</summary>
    public ApiCaller At(Uri node) => new(new HttpClient { BaseAddress = node, DefaultRequestHeaders = { Authorization = http.DefaultRequestHeaders.Authorization } });

    public ApiCaller Impatient() => new(http) { IsPatient = false };

    /// <summary>A write with a key of its own, or with the one given.</summary>
    public Task<ApiAnswer> Post(string path, JsonNode body, string? key = null, string? ifMatch = null, CancellationToken cancellation = default) =>
        Post(path, Encoding.UTF8.GetBytes(body.ToJsonString()), Json, key ?? Guid.NewGuid().ToString(), ifMatch, cancellation);

    /// <summary>Exactly this text under exactly this key.</summary>
    public Task<ApiAnswer> Post(string path, string body, string? key, string? ifMatch = null) => Post(path, Encoding.UTF8.GetBytes(body), Json, key, ifMatch);

    public async Task<ApiAnswer> Post(
        string path, byte[] body, MediaTypeHeaderValue? type, string? key, string? ifMatch = null, CancellationToken cancellation = default)
    {
        for (var asked = 0; ; asked++)
        {
            var answer = await PostOnce(path, body, type, key, ifMatch, cancellation);
            if (answer["code"] != "overloaded" || !IsPatient || asked == ComesBack)
            {
                return answer;
            }

            await Task.Delay(answer.RetryAfter!.Value, cancellation);
        }
    }

    public async Task<ApiAnswer> Get(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await ApiAnswer.Read(answer);
    }

    /// <summary>The body of an answer that must be there, byte by byte.</summary>
    public Task<byte[]> Download(string path) => http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => http.Dispose();

    private async Task<ApiAnswer> PostOnce(
        string path, byte[] body, MediaTypeHeaderValue? type, string? key, string? ifMatch, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type;
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await http.SendAsync(request, cancellation);
        return await ApiAnswer.Read(answer);
    }

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);
}

/// <param name="Text">The body as it was sent.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode Body, string Text, Uri? Location, string? MediaType, string? ETag, string? Cache = null, TimeSpan? RetryAfter = null,
    string? RateLimit = null)
{
    public string? this[string field] => Body[field]?.ToString();

    public static async Task<ApiAnswer> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var type = answer.Content.Headers.ContentType?.MediaType;
        return new ApiAnswer(
            answer.StatusCode, text.Length > 0 && type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text)! : new JsonObject(), text, answer.Headers.Location,
            type, answer.Headers.ETag?.Tag, answer.Headers.CacheControl?.ToString(), answer.Headers.RetryAfter?.Delta,
            answer.Headers.TryGetValues("RateLimit", out var left) ? left.Single() : null);
    }

    public ApiAnswer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>A problem document with exactly this code.</summary>
    public ApiAnswer ShouldBeRefused(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json");
        this["code"].ShouldBe(code);
        return this;
    }
}
