using System.Globalization;
using System.Text.Json.Nodes;
using Blacklist.Api.Http.Json;

namespace Blacklist.Api.Console.Forms;

/// <summary>
/// Puts together what a form holds as the JSON body of the command's endpoint: a field is called by its path there, as in <c>evidence[0].title</c>.
/// What was left blank is left out, and so is a group in which nothing was written. Nothing is judged here: what does not fit is refused by the endpoint.
/// </summary>
internal sealed class FormReader(IFormCollection form)
{
    /// <param name="blanks">Groups in which nothing was written stay, for a form that is shown again.</param>
    public JsonObject Read(Fields shape, bool blanks) => Object(shape, "", blanks);

    public static string Path(string part, string name) => part.Length == 0 ? name : $"{part}.{name}";

    public static string Path(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    private JsonObject Object(Fields fields, string path, bool blanks)
    {
        var read = new JsonObject();
        foreach (var field in fields.All)
        {
            var value = Value(field.Shape, Path(path, field.Name), blanks) ?? Empty(field);
            if (value is not null || field is { Required: true, Nullable: true })
            {
                read[field.Name] = value;
            }
        }

        return read;
    }

    /// <summary>A list that must be there may be one of nothing.</summary>
    private static JsonArray? Empty(Field field) => field is { Required: true, Shape: Items } ? [] : null;

    private JsonNode? Value(JsonShape shape, string path, bool blanks) => shape switch
    {
        Fields part => Object(part, path, blanks) is { Count: > 0 } read ? read : null,
        Items { Element: Fields group } => List(Groups(group, path, blanks)),
        Items => List(form[path].OfType<string>().SelectMany(Lines).Select(line => JsonValue.Create(line))),
        _ => Text(path) switch
        {
            "" => null,
            "true" or "false" when shape.JsonType == "boolean" => JsonValue.Create(form[path] == "true"),
            var text when shape.JsonType == "number" && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                JsonValue.Create(number),
            var text => JsonValue.Create(text),
        },
    };

    private IEnumerable<JsonNode> Groups(Fields group, string path, bool blanks)
    {
        for (var index = 0; form.Keys.Any(key => key.StartsWith(Path(path, index) + ".", StringComparison.Ordinal)); index++)
        {
            var read = Object(group, Path(path, index), blanks);
            if (blanks || IsWritten(group, read))
            {
                yield return read;
            }
        }
    }

    /// <summary>A choice alone says nothing: one of them is always made.</summary>
    private static bool IsWritten(Fields group, JsonObject read) => group.All.Any(field => field.Shape is not Choice && read[field.Name] is not null);

    private static JsonArray? List(IEnumerable<JsonNode> items) => items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    /// <summary>Of a text; a choice is one line.</summary>
    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Text(string path) => form[path].ToString().ReplaceLineEndings("\n").Trim();
}
