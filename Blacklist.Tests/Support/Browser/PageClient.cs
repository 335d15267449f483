using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Blacklist.Api.Security.Issuer;
using Blacklist.Api.Security.Sessions;

namespace Blacklist.Tests;

/// <summary>Somebody at the pages without a browser: what is asked of every page at once would take one too long.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    private PageClient(Uri site)
    {
        var handler = new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false };
        _http = new HttpClient(handler, disposeHandler: true) { BaseAddress = site };
    }

    /// <param name="who">Null for nobody.</param>
    /// <param name="hasSecondFactor">It was shown a moment ago.</param>
    public static PageClient At(RegistryNode node, ApiClient? who, bool hasSecondFactor = false, string language = "zh-CN") =>
        At(node.Url, node.App.Services, who, hasSecondFactor, language);

    public static PageClient At(Uri site, IServiceProvider services, ApiClient? who, bool hasSecondFactor = false, string language = "zh-CN")
    {
        var client = new PageClient(site);
        client._http.DefaultRequestHeaders.Add("Accept-Language", language);
        if (who is not null)
        {
            client._cookies.Add(site, new Cookie(Session.Scheme, SignedIn.Cookie(services, who, hasSecondFactor)));
        }

        return client;
    }

    public async Task<PageReply> Get(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await PageReply.Read(answer);
    }

    /// <summary>How many bytes of a page come over the wire, and how many with all that it loads, when nothing was loaded before.</summary>
    public async Task<(int Page, int First)> Weigh(string path)
    {
        var (page, text) = await Wire(path);
        var first = page;
        foreach (var asset in Asset().Matches(text).Select(found => found.Groups["address"].Value).Distinct())
        {
            first += (await Wire(asset)).Bytes;
        }

        return (page, first);
    }

    private async Task<(int Bytes, string Text)> Wire(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await _http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        await using var plain = answer.Content.Headers.ContentEncoding.Contains("br") ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : (Stream)new MemoryStream(bytes);
        using var reader = new StreamReader(plain);
        return (bytes.Length, await reader.ReadToEndAsync());
    }

    /// <summary>A form as its page holds it, with these fields filled in.</summary>
    public async Task<PageReply> Post(string path, PageReply form, params (string Name, string Value)[] fields)
    {
        var filled = Hidden().Matches(form.Text).Select(input => (Name: input.Groups["name"].Value, Value: WebUtility.HtmlDecode(input.Groups["value"].Value)))
            .Where(input => !fields.Any(field => field.Name == input.Name)).Concat(fields);
        using var content = new FormUrlEncodedContent(filled.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await PageReply.Read(answer);
    }

    /// <summary>The same with a file at its end.</summary>
    public async Task<PageReply> PostFile(string path, PageReply form, string field, string fileName, byte[] file, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var input in Hidden().Matches(form.Text).Select(input => (Name: input.Groups["name"].Value, Value: WebUtility.HtmlDecode(input.Groups["value"].Value))).Concat(fields).DistinctBy(input => input.Name))
        {
            content.Add(new StringContent(input.Value), input.Name);
        }

        content.Add(new ByteArrayContent(file), field, fileName);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await PageReply.Read(answer);
    }

    /// <summary>The session ends; the page in sight does not know yet.</summary>
    public void ForgetSession() => _cookies.GetCookies(_http.BaseAddress!)[Session.Scheme]!.Expired = true;

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("\"(?<address>/assets/[^\"#]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();

    [GeneratedRegex("""<input(?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}

/// <summary>What a page answered.</summary>
/// <param name="Location">Where it leads.</param>
internal sealed record PageReply(int Status, string? Location, string? MediaType, string? FileName, byte[] Content)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Content);

    public static async Task<PageReply> Read(HttpResponseMessage answer) => new(
        (int)answer.StatusCode, answer.Headers.Location?.OriginalString, answer.Content.Headers.ContentType?.MediaType,
        answer.Content.Headers.ContentDisposition?.FileName, await answer.Content.ReadAsByteArrayAsync());
}
