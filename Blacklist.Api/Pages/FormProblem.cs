using Blacklist.Api.Http;

namespace Blacklist.Api.Pages;

/// <summary>Why a form was refused, where it belongs: beside the fields, or above the form.</summary>
/// <param name="Sentence">What concerns no single field; null when fields say it all.</param>
/// <param name="Fields">Sentences by the field's path, as the API names it.</param>
internal sealed record FormProblem(string? Sentence, IReadOnlyDictionary<string, string> Fields)
{
    public static readonly FormProblem None = new(null, new Dictionary<string, string>());

    public bool IsAny => Sentence is not null || Fields.Count > 0;

    public string? this[string path] => Fields.GetValueOrDefault(path);

    public static FormProblem Of(Problem problem, PageText texts) => problem.Fields.Count == 0
        ? new FormProblem(Say(problem.Kind, problem.Particulars, texts), None.Fields)
        : Of(problem.Fields, texts);

    public static FormProblem Of(IEnumerable<FieldError> fields, PageText texts) =>
        new(null, fields.GroupBy(field => field.Path).ToDictionary(field => field.Key, field => Say(field.First().Kind, field.First().Particulars, texts)));

    private static string Say(ProblemKind kind, IReadOnlyList<object> particulars, PageText texts) =>
        texts.Problems.Detail(kind.Code, particulars) ?? texts.Problems.Title(kind);
}
