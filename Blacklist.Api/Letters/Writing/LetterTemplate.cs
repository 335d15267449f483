using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Blacklist.Api.Letters.Writing;

/// <summary>
/// A page of <c>Templates/</c> that a jurist reads and edits: HTML with <c>{{name}}</c> for a value, <c>{{#name}} … {{/name}}</c> for a part
/// that is there with the value, or once for each of a list, <c>{{^name}} … {{/name}}</c> for its contrary, and <c>{{&gt; page}}</c> for a
/// page within the page. Every value is encoded, there is no way to write one raw; an unknown name is an error (ADR 0019).
/// </summary>
internal sealed partial class LetterTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly string _name;
    private readonly IReadOnlyList<Part> _parts;

    private LetterTemplate(string name, string text)
    {
        _name = name;
        var marks = new Queue<Match>(Mark().Matches(text));
        var at = 0;
        _parts = Read(text, marks, ref at, section: null);
    }

    public static LetterTemplate Load(string name) => Parse(name, Text(name));

    /// <exception cref="InvalidOperationException">A part is closed that was not open, or not closed.</exception>
    public static LetterTemplate Parse(string name, string text) => new(name, text);

    public string Fill<TContent>(TContent content)
    {
        var page = new StringBuilder();
        Write(page, _parts, [JsonSerializer.SerializeToElement(content, Json)]);
        return page.ToString();
    }

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Blacklist.Api.Letters.Templates.{name}.zh-CN.html")
            ?? throw new InvalidOperationException($"There is no template {name}.");
        return Inclusion().Replace(new StreamReader(stream).ReadToEnd(), inclusion => Text(inclusion.Groups["name"].Value));
    }

    private List<Part> Read(string text, Queue<Match> marks, ref int at, string? section)
    {
        var parts = new List<Part>();
        while (marks.TryDequeue(out var mark))
        {
            parts.Add(new Part(PartKind.Text, text[at..mark.Index], []));
            at = mark.Index + mark.Length;
            var name = mark.Groups["name"].Value;
            switch (mark.Groups["kind"].Value)
            {
                case "":
                    parts.Add(new Part(PartKind.Value, name, []));
                    break;
                case "/":
                    return name == section ? parts : throw new InvalidOperationException($"{_name}: {name} is closed and was not open.");
                case var kind:
                    parts.Add(new Part(kind == "#" ? PartKind.With : PartKind.Without, name, Read(text, marks, ref at, name)));
                    break;
            }
        }

        parts.Add(new Part(PartKind.Text, text[at..], []));
        return section is null ? parts : throw new InvalidOperationException($"{_name}: {section} is not closed.");
    }

    /// <param name="scopes">The innermost last: a name is looked up from there outwards.</param>
    private void Write(StringBuilder page, IReadOnlyList<Part> parts, ImmutableList<JsonElement> scopes)
    {
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case PartKind.Text:
                    page.Append(part.Text);
                    break;
                case PartKind.Value:
                    page.Append(Encoder.Encode(Value(part.Text, scopes) ?? throw new InvalidOperationException($"{_name}: {part.Text} has no value.")));
                    break;
                case PartKind.With:
                    Each(Find(part.Text, scopes)).ForEach(scope => Write(page, part.Parts, scopes.Add(scope)));
                    break;
                case PartKind.Without when Each(Find(part.Text, scopes)) is []:
                    Write(page, part.Parts, scopes);
                    break;
            }
        }
    }

    /// <returns>Null where nothing is to be written: a letter with a gap is worse than none.</returns>
    private string? Value(string name, ImmutableList<JsonElement> scopes) =>
        Find(name, scopes) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;

    private static List<JsonElement> Each(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => [],
        JsonValueKind.Array => [.. value.EnumerateArray()],
        _ => [value],
    };

    private JsonElement Find(string name, ImmutableList<JsonElement> scopes)
    {
        if (name == ".")
        {
            return scopes[^1];
        }

        var path = name.Split('.');
        var value = scopes.Reverse().FirstOrDefault(scope => scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty(path[0], out _));
        foreach (var step in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out value))
            {
                throw new InvalidOperationException($"{_name}: nothing is known as {name}.");
            }
        }

        return value;
    }

    [GeneratedRegex(@"\{\{(?<kind>[#^/]?)\s*(?<name>[A-Za-z.]+)\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{\{>\s*(?<name>[a-z-]+)\s*\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inclusion();

    private enum PartKind
    {
        Text,
        Value,
        With,
        Without,
    }

    private sealed record Part(PartKind Kind, string Text, IReadOnlyList<Part> Parts);
}
