using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Check;

/// <summary>The answer to a check: the same table with verdicts, each reason down to its basis.</summary>
[Requires(Permission.AskChecks)]
internal sealed class DetailsModel(ShownChecks checks, CheckAsking asking, AskedChecks asked) : PageModel
{
    [BindProperty]
    public Guid FormNumber { get; set; } = Guid.NewGuid();

    public ShownCheck Check { get; private set; } = null!;

    public Caller Caller => Caller.Of(HttpContext)!;

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellation)
    {
        if (await checks.Find(id, Caller, cancellation) is not { } check)
        {
            return NotFound();
        }

        Check = check;
        return Page();
    }

    /// <summary>The same question once more: the registry may know more by now.</summary>
    public async Task<IActionResult> OnPost(Guid id, CancellationToken cancellation)
    {
        if (await checks.Find(id, Caller, cancellation) is not { } check)
        {
            return NotFound();
        }

        return await asking.Ask(check.Request, Caller, FormNumber) is var result && result is Answer answer
            ? RedirectToPage(new { id = CheckAsking.IdOf(answer) })
            : new PageAnswer(result);
    }

    public async Task<IActionResult> OnGetCode(Guid id, CancellationToken cancellation) =>
        new PageAnswer(await GetReceiptImageEndpoint.Handle(id, Caller, asked, cancellation));

    public async Task<IActionResult> OnGetReceipt(Guid id, CancellationToken cancellation)
    {
        Response.Headers.ContentDisposition = $"attachment; filename=\"receipt-{id}.json\"";
        return new PageAnswer(await GetReceiptEndpoint.Handle(id, Caller, asked, cancellation));
    }
}
