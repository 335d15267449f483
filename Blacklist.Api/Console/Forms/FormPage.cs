using System.Text.Json;
using System.Text.Json.Nodes;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Forms;

/// <summary>
/// A task: its form, the answers read once more, done. The form is the body of the command's endpoint, and the page sends it there: what the API
/// refuses is refused here, with the same words. Before the answers are shown they are tried, so only what would be taken is confirmed.
/// </summary>
internal abstract class FormPage(FormDesk desk) : PageModel
{
    public FormView View { get; private set; } = null!;

    protected PageText Texts => desk.Texts;

    protected FormDesk Desk => desk;

    protected Caller Caller => Caller.Of(HttpContext)!;

    public async Task<IActionResult> OnGetAsync() => await Show(await Opened(), Guid.NewGuid().ToString(), null, view => view) ?? NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var (form, reader) = (Request.Form, new FormReader(Request.Form));
        var (step, key) = (form["_step"].ToString(), form["_key"].ToString());
        var version = long.TryParse(form["_version"], out var given) ? given : (long?)null;
        if (step is not ("check" or "send"))
        {
            return await Show(Regrouped(reader.Read(Shape, blanks: true), step), key, version, view => view) ?? NotFound();
        }

        var answers = reader.Read(Shape, blanks: false);
        var write = new Write(Caller, new IdempotencyKey(key), new IfMatch(version), Request, desk.Time) { IsRehearsal = step == "check" };
        return await Try(answers, write) switch
        {
            Answer answer when step == "send" => Finish(answer),
            Answer answer => await Show(answers, key, version, view => view with { IsChecked = true, Notes = [.. Foresee(answer)] }) ?? NotFound(),
            Problem { Kind.Status: StatusCodes.Status404NotFound } => NotFound(),
            Problem { CurrentVersion: { } current } moved => await Show(answers, key, current, view => Refused(view, moved), since: version ?? 0) ?? NotFound(),
            Problem refused => await Show(answers, key, version, view => Refused(view, refused), refused.Fields) ?? NotFound(),
            var other => throw new InvalidOperationException($"{other.GetType()} is no answer to a command."),
        };
    }

    /// <summary>Under which the words of the form stand.</summary>
    private string Name => NameOf(GetType());

    public static string NameOf(Type page) => JsonNamingPolicy.CamelCase.ConvertName(page.Name.Replace("Model", "", StringComparison.Ordinal));

    /// <summary>The command's body, field by field.</summary>
    protected abstract Fields Shape { get; }

    /// <returns>Null where there is no such record for the caller.</returns>
    protected abstract Task<FormSubject?> Find();

    /// <summary>To the command's endpoint, with the body as it was filled in.</summary>
    protected abstract Task<IResult> Send(JsonObject body, Write write);

    /// <summary>The page to which it leads when it is done.</summary>
    protected abstract string Next(Answer answer);

    /// <summary>Leads there; a page whose answer may be read only once shows it instead.</summary>
    protected virtual IActionResult Finish(Answer answer) => Redirect(Done(Next(answer)));

    /// <summary>What would come of it, before it is sent.</summary>
    protected virtual IEnumerable<FormNote> Foresee(Answer answer) => [];

    /// <summary>Fields of the body that the page fills in.</summary>
    protected virtual IReadOnlyCollection<string> Known => [];

    /// <summary>Fills them in.</summary>
    protected virtual Task Complete(JsonObject body) => Task.CompletedTask;

    /// <summary>What stands in the form when it is opened.</summary>
    protected virtual Task<JsonObject> Opened() => Task.FromResult<JsonObject>([]);

    /// <summary>What the page offers for a field, by its path without indices.</summary>
    protected virtual Task<Dictionary<string, IReadOnlyList<Offer>>> Offers() => Task.FromResult<Dictionary<string, IReadOnlyList<Offer>>>([]);

    protected static T Read<T>(Answer answer) => answer.Read<T>();

    private async Task<IResult> Try(JsonObject answers, Write write)
    {
        var body = answers.DeepClone().AsObject();
        await Complete(body);
        try
        {
            return await Send(body, write);
        }
        catch (ProblemException unreadable)
        {
            return unreadable.Problem;
        }
    }

    /// <param name="since">Others were quicker: what they did after this version stands beside what was filled in, and the next try rests on both.</param>
    private async Task<IActionResult?> Show(
        JsonObject answers, string key, long? version, Func<FormView, FormView> with, IReadOnlyList<FieldError>? errors = null, long? since = null)
    {
        if (await Find() is not { } subject)
        {
            return null;
        }

        var fields = new FormFields(Name, Texts, await Offers(), errors ?? []).Of(Shape, answers);
        View = with(new FormView(Name, subject, [.. fields.Where(field => !Known.Contains(field.Path))], key, version ?? subject.Version ?? subject.Stream?.Version));
        if (since is { } before && subject.Stream is { } stream)
        {
            View = View with
            {
                Refusal = null,
                Meanwhile = await desk.Timelines.Of([.. stream.Events.Where(recorded => recorded.Version > before)], HttpContext.RequestAborted),
            };
        }

        ViewData["Title"] = Texts[$"{Name}.title"];
        Response.StatusCode = View switch
        {
            { WrongFields: var wrong } when wrong.Any() => StatusCodes.Status422UnprocessableEntity,
            { Refusal: null, Meanwhile: [] } => StatusCodes.Status200OK,
            _ => StatusCodes.Status409Conflict,
        };
        return Page();
    }

    private FormView Refused(FormView view, Problem problem) => problem.Fields.Count > 0 ? view : view with { Refusal = FormWords.Of(problem, Texts) };

    /// <summary>One more group, or one less: <c>add evidence</c>, <c>remove evidence[1]</c>.</summary>
    private static JsonObject Regrouped(JsonObject answers, string step)
    {
        if (step.Split(' ', 2) is [("add" or "remove") and var how, var path])
        {
            FormGroups.Change(answers, path, isAdded: how == "add");
        }

        return answers;
    }

    private string Done(string address) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={Name}";
}
