using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.EventLog.Json;

/// <summary>Domain types that are parsed from one text (a region code, a term) are stored as that text.</summary>
internal sealed class ParsedTextConverter : JsonConverterFactory
{
    /// <summary>Every such type, for whoever describes the JSON.</summary>
    public static IEnumerable<Type> Types => typeof(IEvent).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters && Parser(type) is not null);

    public override bool CanConvert(Type typeToConvert) => Parser(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private static MethodInfo? Parser(Type type) =>
        type.IsValueType || type == typeof(string) || type.Namespace?.StartsWith("Blacklist.Domain", StringComparison.Ordinal) != true
            ? null
            : type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string)]) is { } method
                && method.ReturnType == typeof(Parsed<>).MakeGenericType(type)
                ? method
                : null;

    private sealed class Converter<T> : JsonConverter<T>
        where T : class
    {
        private static readonly Func<string, Parsed<T>> Parse = Parser(typeof(T))!.CreateDelegate<Func<string, Parsed<T>>>();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? throw new JsonException()).Is(out var value, out var problem) ? value : throw new JsonException(problem.Meaning);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
