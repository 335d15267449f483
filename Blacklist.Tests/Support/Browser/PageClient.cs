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
    public static PageClient At(RegistryNode node, ApiClient? who, bool hasSecondFactor = false, string language = "zh-CN")
    {
        var client = new PageClient(node.Url);
        client._http.DefaultRequestHeaders.Add("Accept-Language", language);
        if (who is not null)
        {
            client._cookies.Add(node.Url, new Cookie(Session.Scheme, SignedIn.Cookie(node.App.Services, who, hasSecondFactor)));
        }

        return client;
    }

    public async Task<PageReply> Get(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await PageReply.Read(answer);
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

    /// <summary>The session ends; the page in sight does not know yet.</summary>
    public void ForgetSession() => _cookies.GetCookies(_http.BaseAddress!)[Session.Scheme]!.Expired = true;

    public void Dispose() => _http.Dispose();

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
