using Blacklist.Api.Callers;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Callers;

/// <summary>One caller: what it asks today beside its own past, and whether it is answered.</summary>
[Requires(Permission.ReadCallers)]
internal sealed class DetailsModel(CallerReader reader, Timelines timelines, PageText texts) : PageModel
{
    [FromRoute(Name = "caller")]
    public string Id { get; set; } = "";

    public CallerRow Row { get; private set; } = null!;

    /// <summary>How the caller is called.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<Shown> Facts { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool MayPause { get; private set; }

    public bool MayAudit { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var caller = Caller.Of(HttpContext)!;
        if (await reader.Find(Id, caller, cancellation) is not { } row)
        {
            return NotFound();
        }

        var names = await reader.Names(row, cancellation);
        (Row, Name, Facts) = (row, names[Id], [.. CallerReader.Facts(row, names, texts)]);
        History = await timelines.Of((await reader.Stream(Id)).Events, cancellation);
        (MayPause, MayAudit) = (caller.May(Permission.PauseCallers), caller.May(Permission.ReadAudit));
        return Page();
    }
}
