using System.Diagnostics;
using Blacklist.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Pages;

/// <summary>What happened, what was kept, what to do.</summary>
internal sealed class ProblemModel(PageText texts) : PageModel
{
    private static readonly int[] Told = [400, 401, 403, 404, 409, 410, 413, 429, 500, 503];

    public int Status { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>What the code says; null where it says no more than the status.</summary>
    public string? Sentence { get; private set; }

    public string Address { get; private set; } = "";

    public bool IsOfTheConsole => Address.StartsWith("/console", StringComparison.OrdinalIgnoreCase);

    public bool MayBeTriedAgain => Status is 429 or >= 500;

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<ShownProblem>() is not { } shown)
        {
            return NotFound();
        }

        var kind = shown.Problem.Kind;
        (Status, Code, Address) = (kind.Status, kind.Code, shown.Address);
        Sentence = kind == ProblemKinds.OfStatus(Status) ? null : texts.Problems.Detail(kind.Code, shown.Problem.Particulars) ?? texts.Problems.Title(kind);
        return new PageResult { StatusCode = kind.Status };
    }

    /// <param name="part">title, kept or next.</param>
    public string Key(string part) => $"problem.{(Told.Contains(Status) ? Status : Status < StatusCodes.Status500InternalServerError ? Told[0] : Told[^2])}.{part}";
}
