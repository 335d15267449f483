using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Letters.Writing;

/// <summary>The words of the letters that stand for values: <c>Words.zh-CN.json</c>.</summary>
internal sealed class LetterWords(RegionCatalogue regions)
{
    private static readonly FrozenDictionary<string, string> Chinese = JsonSerializer.Deserialize<Dictionary<string, string>>(
        Assembly.GetExecutingAssembly().GetManifestResourceStream("Blacklist.Api.Letters.Writing.Words.zh-CN.json")!)!.ToFrozenDictionary();

    public static IEnumerable<string> Keys => Chinese.Keys;

    public string this[string key] => Chinese[key];

    public static string Of<T>(T value)
        where T : struct, Enum => Chinese[$"{JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name)}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}"];

    public static string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, Chinese[key], values);

    public static string List(IEnumerable<string> words) => string.Join(Chinese["listSeparator"], words);

    /// <summary>What somebody typed, a paragraph for each line; nothing for null.</summary>
    public static IReadOnlyList<string> Paragraphs(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static string Day(DateOnly day) => Format("day", day.Year, day.Month, day.Day);

    public static string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    public static string Length(Period period) => Format($"periodUnit.{JsonNamingPolicy.CamelCase.ConvertName(period.Unit.ToString())}", period.Length);

    /// <summary>The title in its quotation marks, which a note such as (2023 修正) follows; a title that has its own is left as it is.</summary>
    public static string Basis(Rule rule)
    {
        var at = rule.Title.IndexOf(" (", StringComparison.Ordinal);
        var (title, note) = at < 0 ? (rule.Title, "") : (rule.Title[..at], rule.Title[at..].Replace(" ", "", StringComparison.Ordinal));
        var basis = title.Contains('《', StringComparison.Ordinal) ? title + note + rule.Article : Format("basis", title, note, rule.Article);
        return basis.Replace('(', '（').Replace(')', '）');
    }

    /// <summary>The number itself never leaves: its last four characters are enough to know who is meant.</summary>
    public static string Document(IdentityDocument document) => Format("documentEnding", Of(document.Type), document.Masked[^4..]);

    public static string Organizations(Bar bar)
    {
        var kinds = bar.OrganizationKinds is [] ? null : List(bar.OrganizationKinds.Select(Of));
        return !bar.CharitableOnly ? kinds ?? Chinese["anyOrganization"]
            : kinds is null ? Chinese["charitable"]
            : Format("charitableOfKind", kinds);
    }

    public string Area(RegionCode region) =>
        region == RegionCode.Nation ? Chinese["everywhere"] : regions.NameOf(region) ?? region.Value;
}
