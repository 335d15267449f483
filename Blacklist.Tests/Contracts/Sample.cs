using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Blacklist.Api.EventLog.Json;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Contracts;

/// <summary>A value of any event by its constructor: always the same, with every part filled.</summary>
internal static class Sample
{
    private static readonly Dictionary<Type, Func<string, object>> Plain = new()
    {
        [typeof(string)] = name => name + " 1",
        [typeof(Guid)] = _ => new Guid("0199c0de-0000-7000-8000-000000000001"),
        [typeof(bool)] = _ => true,
        [typeof(int)] = _ => 1,
        [typeof(long)] = _ => 1L,
        [typeof(decimal)] = _ => 1m,
        [typeof(DateOnly)] = _ => new DateOnly(2026, 11, 21),
        [typeof(DateTimeOffset)] = _ => new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero),
        [typeof(TimeSpan)] = _ => TimeSpan.FromDays(1),
    };

    /// <summary>For types that are parsed from a text: the first of these that one understands.</summary>
    private static readonly string[] Texts = ["150600", "P5Y", "2026-11-21"];

    public static IEvent Of(Type type) => (IEvent)Of(type, "");

    private static object Of(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, name);
        }

        if (Plain.TryGetValue(type, out var plain))
        {
            return plain(name);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0)!;
        }

        return ElementOf(type) is { } element ? ListOf(element, name) : Constructed(type);
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0]
        : null;

    private static Array ListOf(Type element, string name)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Of(element, name), 0);
        return list;
    }

    private static object Constructed(Type type)
    {
        var concrete = type.IsAbstract ? type.GetCustomAttributes<JsonDerivedTypeAttribute>().First().DerivedType : type;
        var constructor = concrete.GetConstructors().MaxBy(known => known.GetParameters().Length);
        return constructor is null
            ? ParsedFromText(concrete)
            : constructor.Invoke([.. constructor.GetParameters().Select(part => Of(part.ParameterType, part.Name!))]);
    }

    private static object ParsedFromText(Type type) =>
        Texts.Select(text => Parsed(type, text)).FirstOrDefault(value => value is not null)
            ?? throw new InvalidOperationException($"No text of {nameof(Sample)} is a {type}: add one.");

    private static object? Parsed(Type type, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(JsonSerializer.Serialize(text), type, EventJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
