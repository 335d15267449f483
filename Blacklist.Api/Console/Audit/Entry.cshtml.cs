using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Audit;

/// <summary>One entry, whole, and under which signed root it stands.</summary>
[Requires(Permission.ReadAudit)]
[Audited(AuditKind.View)]
internal sealed class EntryModel(AuditTrail trail, AccountRows accounts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public AuditRow Row { get; private set; } = null!;

    /// <summary>By name.</summary>
    public string CalledBy { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var query = new AuditQuery(Caller.Of(HttpContext)!.Regions) { Id = Id };
        if (await trail.Read(query, before: null, 1, cancellation) is not [var row])
        {
            return NotFound();
        }

        (Row, CalledBy) = (row, (await accounts.Of([row.Caller], cancellation))[row.Caller]);
        return Page();
    }
}
