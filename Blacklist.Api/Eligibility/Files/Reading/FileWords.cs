using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Blacklist.Api.EventLog.Json;

namespace Blacklist.Api.Eligibility.Files.Reading;

/// <summary>The Chinese words of a file beside those of the API: whoever fills in a sheet may use either.</summary>
internal static class FileWords
{
    private static readonly FrozenDictionary<string, string> Chinese = Read();

    private static readonly FrozenDictionary<string, string> Keys = Chinese
        .Where(word => !word.Key.StartsWith("result.", StringComparison.Ordinal) && !word.Key.StartsWith("verdict.", StringComparison.Ordinal))
        .ToFrozenDictionary(word => $"{Kind(word.Key)}.{word.Value}", word => word.Key[(Kind(word.Key).Length + 1)..]);

    /// <param name="key">Such as <c>result.verdict</c>.</param>
    public static string InChinese(string key) => Chinese[key];

    /// <param name="field">A column's name, or what stood in its place.</param>
    public static string ColumnInChinese(string field) => Chinese.GetValueOrDefault($"column.{field}") ?? field;

    /// <summary>The API's word for a Chinese one; any other word as it is.</summary>
    /// <param name="kind">Such as <c>position</c>.</param>
    public static string OfApi(string kind, string word) => Keys.GetValueOrDefault($"{kind}.{word}") ?? word;

    /// <returns>False when it is no value of the enum in either language.</returns>
    public static bool TryRead<T>(string kind, string word, out T value)
        where T : struct, Enum => EnumWords.TryRead(OfApi(kind, word), out value);

    private static string Kind(string key) => key[..key.IndexOf('.', StringComparison.Ordinal)];

    private static FrozenDictionary<string, string> Read()
    {
        using var words = Assembly.GetExecutingAssembly().GetManifestResourceStream("Blacklist.Api.Eligibility.Files.Reading.Words.zh-CN.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words)!.ToFrozenDictionary();
    }
}
