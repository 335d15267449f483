using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Blacklist.Api.Http.Json;

/// <summary>What a request body must look like, read once from its record type: objects, lists and scalars, nothing open-ended.</summary>
internal abstract record JsonShape
{
    private static readonly ConcurrentDictionary<Type, JsonShape> Known = new();

    /// <summary>The JSON type in words, as an answer names it.</summary>
    public abstract string JsonType { get; }

    /// <exception cref="NotSupportedException">The type has a part whose JSON could not be checked field by field.</exception>
    public static JsonShape Of(Type type) => Known.GetOrAdd(type, static type => Describe(type, 1));

    private static JsonShape Describe(Type type, int depth)
    {
        var info = EdgeJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind switch
        {
            _ when depth > EdgeJson.MaxDepth => throw Unsupported(type),
            JsonTypeInfoKind.Object when info.Properties.Count is > 0 and <= Fields.Most && info.PolymorphismOptions is null =>
                new Fields([.. info.Properties.Select(property => Field(property, depth))]),
            JsonTypeInfoKind.Enumerable => new Items(Describe(info.ElementType!, depth + 1), Nullable.GetUnderlyingType(info.ElementType!) is not null),
            JsonTypeInfoKind.None when info.Type.IsEnum =>
                new Choice(
                    JsonNamingPolicy.CamelCase.ConvertName(info.Type.Name),
                    [.. Enum.GetValues(info.Type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, info).GetString()!)]),
            JsonTypeInfoKind.None when Scalar.Known.TryGetValue(info.Type, out var scalar) => scalar,
            _ => throw Unsupported(type),
        };
    }

    private static Field Field(JsonPropertyInfo property, int depth) =>
        new(property.Name, Describe(property.PropertyType, depth + 1))
        {
            Required = property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false },
            Nullable = property.IsSetNullable,
        };

    private static NotSupportedException Unsupported(Type type) =>
        new($"{type} cannot be part of a request body: use records of up to {Fields.Most} fields, lists, enums and plain scalars.");
}

internal sealed record Fields(IReadOnlyList<Field> All) : JsonShape
{
    /// <summary>Seen fields are the bits of one word.</summary>
    public const int Most = 64;

    public override string JsonType => "object";
}

internal sealed record Field(string Name, JsonShape Shape)
{
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    public bool Required { get; init; }

    public bool Nullable { get; init; }
}

internal sealed record Items(JsonShape Element, bool Nullable) : JsonShape
{
    public override string JsonType => "array";
}

/// <param name="Name">What is chosen: the enum's name in camelCase.</param>
/// <param name="Allowed">The values as they are written in JSON.</param>
internal sealed record Choice(string Name, IReadOnlyList<string> Allowed) : JsonShape
{
    public override string JsonType => "string";
}
