using Blacklist.Api.Http;
using Blacklist.Api.Reexaminations;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Reexaminations;

/// <summary>重新审查: what was refused on a wrong answer is examined again.</summary>
[Requires(Permission.ReadChecks)]
internal sealed class IndexModel(ReexaminationRows reexaminations, Colleagues colleagues, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsCompleted => Stage == "completed";

    public Page<ReexaminationRow> List { get; private set; } = new([], null);

    public bool MayComplete => Caller.May(Permission.AskChecks);

    private Caller Caller => Caller.Of(HttpContext)!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var after = After is { } text && Cursor<Guid>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<Guid>(PageRequest<Guid>.DefaultLimit, after);
        var rows = await reexaminations.List(
            Caller.Regions, await colleagues.Of(Caller, cancellation), IsCompleted, after?.Key ?? Guid.Empty, page.Limit + 1, cancellation);
        List = page.Of(rows, row => row.Id);
    }

    public bool IsLate(ReexaminationRow row) => row.Outcome is null && row.Until < LegalDate.At(time.GetUtcNow());
}
