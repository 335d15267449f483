using System.Text.Json.Nodes;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Pages;

namespace Blacklist.Api.Console.Forms;

/// <summary>The fields of a command's form, from the shape of its body and what was filled in so far.</summary>
/// <param name="form">Name of the form, under which its own words stand.</param>
/// <param name="offers">What a page offers for a field, by path without indices.</param>
internal sealed class FormFields(string form, PageText texts, IReadOnlyDictionary<string, IReadOnlyList<Offer>> offers, IReadOnlyList<FieldError> errors)
{
    /// <summary>Up to so many choices are in sight at once.</summary>
    private const int Few = 5;

    /// <summary>Beyond so many, what one wants is typed.</summary>
    private const int Many = 30;

    /// <summary>What is chosen nearly always, by the name of the choice.</summary>
    private static readonly Dictionary<string, string> Usual = new() { ["documentType"] = "residentId" };

    private static readonly string[] LongTexts = ["facts", "grounds", "reason", "reasons", "statement", "activities", "remark", "publicKey"];

    public IReadOnlyList<FormField> Of(Fields shape, JsonObject answers) => Of(shape, answers, "");

    private List<FormField> Of(Fields shape, JsonObject answers, string path) =>
        [.. shape.All.Select(field => Of(field, answers[field.Name], FormReader.Path(path, field.Name)))];

    private FormField Of(Field field, JsonNode? answer, string path)
    {
        var plain = Plain(path);
        var offered = offers.GetValueOrDefault(plain) ?? Choices(field.Shape, plain);
        var groups = field.Shape switch
        {
            Items { Element: Fields group } => Groups(group, answer is JsonArray { Count: > 0 } some ? some : new JsonArray(new JsonObject()), path),
            Fields part => [Of(part, answer as JsonObject ?? [], path)],
            _ => [],
        };
        return new FormField(
            path, Word(plain, "", field.Shape) ?? plain, Word(plain, ".hint"), Kind(field, offered), field is { Required: true, Nullable: false },
            groups.Count > 0 ? [] : [.. Values(answer, field.Shape)], offered, [.. Wrong(field.Shape, path)], groups);
    }

    private List<IReadOnlyList<FormField>> Groups(Fields group, JsonArray answers, string path) =>
        [.. answers.Select((answer, index) => Of(group, answer as JsonObject ?? [], FormReader.Path(path, index)))];

    private static FieldKind Kind(Field field, IReadOnlyList<Offer> offered) => field.Shape switch
    {
        Items { Element: Fields } => FieldKind.Groups,
        Items => offered.Count is > 0 and <= Many ? FieldKind.Several : FieldKind.Lines,
        Fields => FieldKind.Part,
        Choice or Scalar { JsonType: "boolean" } => offered.Count <= Few && field.Required ? FieldKind.One : FieldKind.Chosen,
        Scalar { JsonType: "number" } => FieldKind.Number,
        var shape when shape == Scalar.Known[typeof(DateOnly)] => FieldKind.Day,
        _ when LongTexts.Contains(field.Name) => FieldKind.Text,
        _ => offered.Count > 0 && field.Required ? FieldKind.Chosen : FieldKind.Line,
    };

    private List<Offer> Choices(JsonShape shape, string plain) => shape switch
    {
        Choice choice => [.. choice.Allowed.Select(value => Offered($"{choice.Name}.{value}", value))],
        Items { Element: Choice choice } => Choices(choice, plain),
        Scalar { JsonType: "boolean" } => [new("true", Word(plain, ".true") ?? texts["form.yes"]), new("false", Word(plain, ".false") ?? texts["form.no"])],
        _ => [],
    };

    private Offer Offered(string key, string value) => new(value, texts[key], texts.Has($"{key}.meaning") ? texts[$"{key}.meaning"] : null);

    private static IEnumerable<string> Values(JsonNode? answer, JsonShape shape) => answer switch
    {
        null => shape is Choice choice && Usual.TryGetValue(choice.Name, out var usual) ? [usual] : [],
        JsonArray list => list.Select(item => item!.ToString()),
        _ => [answer.ToString()],
    };

    private IEnumerable<string> Wrong(JsonShape shape, string path) => errors
        .Where(error => error.Path == path || (shape is Items { Element: not Fields } && error.Path.StartsWith(path + "[", StringComparison.Ordinal)))
        .Select(error => FormWords.Of(error, texts)).Distinct();

    /// <summary>The form's own word, that of what is chosen, or the one that the field has in every form.</summary>
    private string? Word(string plain, string kind, JsonShape? shape = null)
    {
        var name = plain[(plain.LastIndexOf('.') + 1)..];
        return new[] { $"{form}.{plain}{kind}", $"field.{(shape as Choice)?.Name}", $"field.{name}{kind}" }.Where(texts.Has).Select(key => texts[key]).FirstOrDefault();
    }

    /// <summary>A path without its indices.</summary>
    private static string Plain(string path) => string.Join('.', path.Split('.').Select(part => part.Split('[')[0]));
}
