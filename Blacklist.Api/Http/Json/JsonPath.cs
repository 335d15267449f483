using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Blacklist.Api.Http.Json;

/// <summary>Where the reader stands, written like <c>applicants[0].documents[0].number</c>; costs nothing until it is written.</summary>
internal sealed class JsonPath
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"u8);

    private readonly Stack<(string? Name, int Index)> _steps = new();

    public void Enter(string name) => _steps.Push((name, 0));

    public void Enter(int index) => _steps.Push((null, index));

    public void Leave() => _steps.Pop();

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _steps.Reverse())
            _ = name is null ? text.Append('[').Append(index).Append(']') : text.Append(text.Length == 0 ? "" : ".").Append(name);
        return text.ToString();
    }

    /// <summary>An unknown name is repeated only when it can be no document number or person's name in Chinese: up to 40 ASCII letters and '_'.</summary>
    public static string Presentable(ref readonly Utf8JsonReader reader) =>
        reader.ValueSpan is { Length: > 0 and <= 40 } name && !name.ContainsAnyExcept(Letters) ? Encoding.ASCII.GetString(name) : "?";
}
