using System.Text.Json;
using System.Text.Json.Serialization;

namespace Blacklist.Api.EventLog.Json;

/// <summary>
/// Text that jsonb takes as it is. NUL is refused there and half a surrogate pair is no Unicode (RFC 8259 §8.2); both must have been
/// refused at the edge, so meeting one here is a bug.
/// </summary>
internal sealed class StorableTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Storable(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Storable(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    private static string Storable(string value)
    {
        for (var i = value.AsSpan().IndexOfAny(Suspects); i >= 0 && i < value.Length; i++)
        {
            if (value[i] == '\0' || char.IsLowSurrogate(value[i]) || (char.IsHighSurrogate(value[i]) && !IsPairAt(value, i)))
            {
                throw new ArgumentException("The text holds NUL or half a surrogate pair; the edge must refuse it.", nameof(value));
            }

            if (char.IsHighSurrogate(value[i]))
            {
                i++;
            }
        }

        return value;
    }

    private static bool IsPairAt(string value, int i) => i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);

    private static readonly System.Buffers.SearchValues<char> Suspects =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);
}
