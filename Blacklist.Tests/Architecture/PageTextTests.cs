using System.Text.Json;
using System.Text.RegularExpressions;
using Blacklist.Api.Pages;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary>The pages say everything in Chinese and in English, and no word of it stands in the pages themselves.</summary>
public sealed partial class PageTextTests
{
    private static readonly string[] Pages =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "Blacklist.Api"), "*.cshtml", SearchOption.AllDirectories)];

    [Fact]
    public void Both_languages_have_the_same_keys() => PageText.Chinese.Keys.Order().ShouldBe(PageText.English.Keys.Order());

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void No_key_stands_in_two_files(string language) =>
        new[] { "Pages", "Public", "Console" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, "Blacklist.Api", folder), $"Words.{language}.json", SearchOption.AllDirectories))
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject().Select(word => word.Name))
            .GroupBy(key => key).Where(key => key.Count() > 1).Select(key => key.Key).ShouldBeEmpty();

    [Fact]
    public void Both_languages_put_the_same_values_into_a_sentence() =>
        PageText.Chinese.Keys.Where(key => Places(PageText.Chinese[key]) != Places(PageText.English[key])).ShouldBeEmpty();

    [Fact]
    public void No_text_stands_in_a_page() => Pages.SelectMany(Words).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_a_page_names_has_words() =>
        Pages.Concat(ProductionFiles.Select(file => Path.Combine(Repository.Root, file)))
            .SelectMany(file => NamedKey().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value))
            .Where(key => !PageText.Chinese.Has(key)).ShouldBeEmpty();

    private static string Places(string sentence) => string.Join(' ', Place().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What is left of a page without code and tags; and, in any place, Chinese.</summary>
    private static IEnumerable<string> Words(string page)
    {
        var text = File.ReadAllText(page);
        var said = Chinese().Matches(text).Select(match => match.Value);
        var markup = Tag().Matches(Code().Replace(text, " ")).SelectMany(tag => SpokenAttribute().Matches(tag.Value)).Select(match => match.Value);
        var between = BetweenTags().Matches(text).Select(match => match.Groups["text"].Value).Where(inner => Letters().IsMatch(Expression().Replace(inner, "")));
        return said.Concat(markup).Concat(between).Select(word => $"{Path.GetFileName(page)}: {word.Trim()}");
    }

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    /// <summary>Code blocks at the beginning of a page.</summary>
    [GeneratedRegex(@"@\{.*?^\}", RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("<[a-z][^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("(?:title|alt|placeholder|aria-label|label)=\"(?!@)[^\"]*\\p{L}[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpokenAttribute();

    /// <summary>From an opening tag to the closing tag of the same element, with nothing but text between.</summary>
    [GeneratedRegex("<(?:[a-z0-9]+)(?: [^<>]*)?>(?<text>[^<>{}]+)</", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenTags();

    /// <summary>With one index in another, and arguments.</summary>
    [GeneratedRegex(@"@\([^<]*\)|@[\w.]+(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\])?(?:\([^)]*\))?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\bT\[""(?<key>[\w.]+)""[\],]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedKey();
}
