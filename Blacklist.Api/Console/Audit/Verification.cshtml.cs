using Blacklist.Api.Audit;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Audit;

/// <summary>Whether the audit is still what was recorded: every entry, signature and anchor computed again.</summary>
[Requires(Permission.ReadAudit)]
[Audited(AuditKind.View)]
internal sealed class VerificationModel(AuditVerification verification) : PageModel
{
    public Verified? Last => verification.Last;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await verification.Run(cancellation);
        return Redirect("/console/audit/verification");
    }
}
