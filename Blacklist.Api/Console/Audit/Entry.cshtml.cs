using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Audit;

/// <summary>One entry, whole, and under which signed root it stands.</summary>
[Requires(Permission.ReadAudit)]
[Audited(AuditKind.View)]
internal sealed class EntryModel(AuditTrail trail) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public AuditRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var query = new AuditQuery(Caller.Of(HttpContext)!.Regions) { Id = Id };
        if (await trail.Read(query, before: null, 1, cancellation) is not [var row])
        {
            return NotFound();
        }

        Row = row;
        return Page();
    }
}
