using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Check;

/// <summary>The checks that the signed-in clerk asked, the newest first.</summary>
[Requires(Permission.AskChecks)]
internal sealed class HistoryModel(MyCheckRows checks) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<MyCheck> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGet(CancellationToken cancellation)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        var rows = await checks.List(
            Caller.Of(HttpContext)!.Subject, string.IsNullOrWhiteSpace(Reference) ? null : Reference.Trim(), (Number - 1) * PageSize, PageSize + 1, cancellation);
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    public string Address(int number) => Url.Page("History", new { reference = Reference, number = number > 1 ? number : (int?)null })!;
}
