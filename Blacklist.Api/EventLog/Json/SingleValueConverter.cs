using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Blacklist.Api.EventLog.Json;

/// <summary>A struct that is nothing but one <c>Value</c> (an id) is written as that value.</summary>
internal sealed class SingleValueConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && ValueOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(SingleValueConverter<,>).MakeGenericType(typeToConvert, ValueOf(typeToConvert)!.PropertyType))!;

    private static PropertyInfo? ValueOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance) is [{ Name: "Value" } only]
            && type.GetConstructor([only.PropertyType]) is not null
                ? only
                : null;
}

internal sealed class SingleValueConverter<TStruct, TValue> : JsonConverter<TStruct>
    where TStruct : struct
{
    private static readonly Func<TValue, TStruct> Wrap = Wrapping();
    private static readonly Func<TStruct, TValue> Unwrap = Unwrapping();

    public override TStruct Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<TValue>(ref reader, options) is { } value ? Wrap(value) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TStruct value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Unwrap(value), options);

    private static Func<TValue, TStruct> Wrapping()
    {
        var value = Expression.Parameter(typeof(TValue));
        return Expression.Lambda<Func<TValue, TStruct>>(Expression.New(typeof(TStruct).GetConstructor([typeof(TValue)])!, value), value).Compile();
    }

    private static Func<TStruct, TValue> Unwrapping()
    {
        var whole = Expression.Parameter(typeof(TStruct));
        return Expression.Lambda<Func<TStruct, TValue>>(Expression.Property(whole, "Value"), whole).Compile();
    }
}
