using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Blacklist.Api.Http;

namespace Blacklist.Api.Pages;

/// <summary>
/// The words of the pages in the reader's language, as <c>T</c> in every page. The files <c>Words.zh-CN.json</c> and <c>Words.en.json</c>
/// beside the pages are one vocabulary; refusals keep the sentences they have in the API.
/// </summary>
internal sealed class PageText
{
    /// <summary>Holds the language that the reader chose; before that the browser's wish decides.</summary>
    public const string Cookie = "language";

    public static readonly PageText Chinese = new("zh-CN", ProblemTexts.Chinese);
    public static readonly PageText English = new("en", ProblemTexts.English);

    private readonly FrozenDictionary<string, string> _words;

    private PageText(string language, ProblemTexts problems)
    {
        Language = language;
        Problems = problems;
        var program = Assembly.GetExecutingAssembly();
        _words = program.GetManifestResourceNames().Where(name => IsOfThePages(name) && name.EndsWith($".Words.{language}.json", StringComparison.Ordinal))
            .SelectMany(name => JsonSerializer.Deserialize<Dictionary<string, string>>(program.GetManifestResourceStream(name)!)!)
            .ToFrozenDictionary();
    }

    /// <summary>As HTML's <c>lang</c> writes it.</summary>
    public string Language { get; }

    public PageText Other => this == Chinese ? English : Chinese;

    public ProblemTexts Problems { get; }

    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>A key without words shows itself: a test finds it before a reader does.</summary>
    public string this[string key] => _words.GetValueOrDefault(key, key);

    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    public bool Has(string key) => _words.ContainsKey(key);

    /// <summary>The sentence that the API has for a code: a refusal, a reason, a warning.</summary>
    public string Sentence(string code) => Problems.Title(new ProblemKind(0, code));

    /// <summary>The word for a value of the domain, under <c>typeName.value</c>.</summary>
    public string Of<T>(T value)
        where T : struct, Enum => this[$"{JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name)}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}"];

    /// <summary>For scripts, which hold no words: every word under a prefix, in both languages, by key, with alternatives as they stand.</summary>
    public static string Vocabulary(string prefix) => JsonSerializer.Serialize(
        Chinese.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(key => key[prefix.Length..], key => $"{Chinese[key]}|{English[key]}".Split('|')));

    /// <summary>Blank without a day.</summary>
    public static string Day(DateOnly? day) => day is { } one ? Day(one) : "";

    /// <summary>Read the same in every language, and below each other in columns.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    /// <summary>By the clock of Shanghai, to the minute.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm");

    public static PageText For(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "zh-CN" => Chinese,
        "en" => English,
        _ => ProblemTexts.For(request) == ProblemTexts.English ? English : Chinese,
    };

    private static bool IsOfThePages(string resource) =>
        resource.StartsWith("Blacklist.Api.Pages.", StringComparison.Ordinal)
        || resource.StartsWith("Blacklist.Api.Console.", StringComparison.Ordinal)
        || resource.StartsWith("Blacklist.Api.Public.", StringComparison.Ordinal);
}
