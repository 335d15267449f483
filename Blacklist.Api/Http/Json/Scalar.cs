using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Blacklist.Api.Http.Json;

/// <summary>Whether the token under the reader, which has the right JSON type, is a value of the field's type.</summary>
internal delegate bool Fits(ref Utf8JsonReader reader);

internal sealed record Scalar(string JsonType, Fits Fits) : JsonShape
{
    public static readonly FrozenDictionary<Type, Scalar> Known = new Dictionary<Type, Scalar>
    {
        [typeof(string)] = new("string", static (ref _) => true),
        [typeof(bool)] = new("boolean", static (ref _) => true),
        [typeof(int)] = new("number", static (ref reader) => reader.TryGetInt32(out _)),
        [typeof(long)] = new("number", static (ref reader) => reader.TryGetInt64(out _)),
        [typeof(decimal)] = new("number", static (ref reader) => reader.TryGetDecimal(out _)),
        [typeof(Guid)] = new("string", static (ref reader) => reader.TryGetGuid(out _)),
        [typeof(DateOnly)] = new("string", static (ref reader) => IsDate(reader.GetString()!)),
        [typeof(DateTimeOffset)] = new("string", static (ref reader) => reader.TryGetDateTimeOffset(out _) && HasOffset(reader.GetString()!)),
    }.ToFrozenDictionary();

    public override string JsonType { get; } = JsonType;

    public bool Accepts(JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonType == "string",
        JsonTokenType.Number => JsonType == "number",
        JsonTokenType.True or JsonTokenType.False => JsonType == "boolean",
        _ => false,
    };

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>An instant without an offset would mean another moment on each machine.</summary>
    private static bool HasOffset(string text) => text.Contains('T', StringComparison.Ordinal) && (text[^1] == 'Z' || text[^6] is '+' or '-');
}
