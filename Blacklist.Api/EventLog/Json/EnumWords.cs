using System.Collections.Frozen;
using System.Text.Json;

namespace Blacklist.Api.EventLog.Json;

/// <summary>Enum values as the words they are stored and sent as: camelCase.</summary>
internal static class EnumWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Words[value];

    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } given ? Of(given) : null;

    public static T Read<T>(string word)
        where T : struct, Enum => Known<T>.Values[word];

    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum => Known<T>.Values.TryGetValue(word, out value);

    /// <summary>In the order in which the enum has them.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
