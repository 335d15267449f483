using Blacklist.Api.Http;
using Blacklist.Api.Pages;

namespace Blacklist.Api.Console.Forms;

/// <summary>What a refusal says to whoever filled in a form: not of bodies and JSON, but of fields.</summary>
internal static class FormWords
{
    public static string Of(FieldError error, PageText texts) => Of(error.Kind, error.Particulars, texts);

    public static string Of(Problem problem, PageText texts) => Of(problem.Kind, problem.Particulars, texts);

    private static string Of(ProblemKind kind, IReadOnlyList<object> particulars, PageText texts) =>
        texts.Has($"wrong.{kind.Code}") ? texts[$"wrong.{kind.Code}", [.. particulars]]
        : texts.Problems.Detail(kind.Code, particulars) is { } detail ? $"{texts.Problems.Title(kind)} {detail}"
        : texts.Problems.Title(kind);
}
