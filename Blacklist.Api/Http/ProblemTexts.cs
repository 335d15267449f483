using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Blacklist.Api.Http;

/// <summary>
/// The sentences of one language, by code. Every folder may bring its own: the files <c>Texts.zh-CN.json</c> and <c>Texts.en.json</c> of all
/// folders are one vocabulary. <c>code</c> is the title; <c>code.detail</c> says more, with {0}, {1} … for the particulars.
/// </summary>
internal sealed class ProblemTexts
{
    public static readonly ProblemTexts Chinese = new("zh-CN");
    public static readonly ProblemTexts English = new("en");

    private readonly FrozenDictionary<string, string> _sentences;

    private ProblemTexts(string language)
    {
        Language = language;
        var assembly = Assembly.GetExecutingAssembly();
        _sentences = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith($"Texts.{language}.json", StringComparison.Ordinal))
            .SelectMany(name => JsonSerializer.Deserialize<Dictionary<string, string>>(assembly.GetManifestResourceStream(name)!)!)
            .ToFrozenDictionary();
    }

    public string Language { get; }

    public IEnumerable<string> Codes => _sentences.Keys.Where(key => !key.EndsWith(".detail", StringComparison.Ordinal));

    public bool Has(string code) => _sentences.ContainsKey(code);

    public string Title(ProblemKind kind) => _sentences.GetValueOrDefault(kind.Code) ?? kind.Meaning ?? kind.Code;

    public string? Detail(string code, IReadOnlyList<object> particulars) =>
        _sentences.GetValueOrDefault(code + ".detail") is { } sentence
            ? string.Format(CultureInfo.InvariantCulture, sentence, [.. particulars.Select(Written)])
            : null;

    private static object Written(object particular) =>
        particular is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : particular;

    /// <summary>The better liked of the two languages; Chinese when neither is asked for.</summary>
    public static ProblemTexts For(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.AcceptLanguage)
            || !StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var asked))
        {
            return Chinese;
        }

        return asked.Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value![..Math.Min(2, language.Value.Length)].ToUpperInvariant())
            .FirstOrDefault(language => language is "ZH" or "EN") == "EN" ? English : Chinese;
    }
}
