using Blacklist.Api.CallerNotices;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Notices;

/// <summary>A notice with the checks it tells of: what was answered, and what is known since.</summary>
[Requires(Permission.ReadChecks)]
internal sealed class DetailsModel(CallerNoticeRows notices, AffectedCheckRows checks, CheckReferenceRows references, AccountRows accounts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public CallerNoticeRow Notice { get; private set; } = null!;

    public Page<AffectedCheckRow> Checks { get; private set; } = new([], null);

    /// <summary>How the affected checks are called.</summary>
    public CheckReferences References { get; private set; } = null!;

    /// <summary>Whom it was told, by name.</summary>
    public string Told { get; private set; } = "";

    public bool MayAcknowledge { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var caller = Caller.Of(HttpContext)!;
        if (await notices.Find(Id, cancellation) is not { } notice || !caller.MaySee(notice))
        {
            return NotFound();
        }

        Told = (await accounts.Of([notice.Caller], cancellation))[notice.Caller];
        var after = After is { } text && Cursor<AffectedCheckKey>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<AffectedCheckKey>(PageRequest<AffectedCheckKey>.DefaultLimit, after);
        (Notice, MayAcknowledge) = (notice, notice.AcknowledgedAt is null && caller.May(Permission.AskChecks));
        Checks = page.Of(
            await checks.List(Id, after?.Key, page.Limit + 1, cancellation), row => new AffectedCheckKey(row.CheckId, (short)row.ApplicantIndex));
        References = await references.Of(Checks.Items.Select(check => check.CheckId), cancellation);
        return Page();
    }
}
