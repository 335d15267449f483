using Blacklist.Api.Security;
using Blacklist.Domain.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Check;

/// <summary>核查报告: for the file of the application, to be printed.</summary>
[Requires(Permission.AskChecks)]
internal sealed class ReportModel(ShownChecks checks, RegionCatalogue regions) : PageModel
{
    public ShownCheck Check { get; private set; } = null!;

    public Caller Caller => Caller.Of(HttpContext)!;

    public string Region => $"{regions.NameOf(Check.Question.Organization.Region) ?? ""} {Check.Question.Organization.Region.Value}";

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancellation)
    {
        if (await checks.Find(id, Caller, cancellation) is not { } check)
        {
            return NotFound();
        }

        Check = check;
        return Page();
    }
}
