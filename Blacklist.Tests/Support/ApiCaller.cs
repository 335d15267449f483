using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Blacklist.Tests;

/// <summary>A client of the API with a token, over real HTTP.</summary>
internal sealed class ApiCaller(HttpClient http)
{
    public static async Task<ApiCaller> SignIn(Uri url, string client, string secret)
    {
        var http = new HttpClient { BaseAddress = url };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret,
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiCaller(http);
    }

    /// <summary>A write with a key of its own, or with the one given.</summary>
    public async Task<ApiAnswer> Post(string path, JsonNode body, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await http.SendAsync(request);
        return await ApiAnswer.Read(answer);
    }

    public async Task<ApiAnswer> Get(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await ApiAnswer.Read(answer);
    }
}

internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode Body, string Text, Uri? Location)
{
    public string? this[string field] => Body[field]?.ToString();

    public static async Task<ApiAnswer> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return new ApiAnswer(answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, text, answer.Headers.Location);
    }

    public ApiAnswer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    public void ShouldBeRefused(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        this["code"].ShouldBe(code);
    }
}
