using Blacklist.Api.Audit;
using Blacklist.Api.BannedOrganizations.Papers;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Organizations;

/// <summary>A paper of the file, to be saved: it never opens in the page.</summary>
[Requires(Permission.ReadListings)]
[Audited(AuditKind.Export)]
internal sealed class PaperModel(EventStore log, PaperRecord papers) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid paperId, CancellationToken cancellation) =>
        new PageAnswer(await GetPaperEndpoint.Handle(id, paperId, Caller.Of(HttpContext)!, log, papers, cancellation));
}
