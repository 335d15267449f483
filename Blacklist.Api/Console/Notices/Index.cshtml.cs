using Blacklist.Api.CallerNotices;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Notices;

/// <summary>影响通知: what has changed in answers that the caller was given; an auditor sees those of every caller of the regions.</summary>
[Requires(Permission.ReadChecks)]
internal sealed class IndexModel(CallerNoticeRows notices, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsAcknowledged => Stage == "acknowledged";

    public Page<CallerNoticeRow> List { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var caller = Caller.Of(HttpContext)!;
        var after = After is { } text && Cursor<CallerNoticeKey>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<CallerNoticeKey>(PageRequest<CallerNoticeKey>.DefaultLimit, after);
        var whose = caller.May(Permission.ReadAudit) ? null : caller.Subject;
        List = page.Of(
            await notices.List(whose, caller.Regions, IsAcknowledged, after?.Key, page.Limit + 1, cancellation), row => new CallerNoticeKey(row.CausePosition, row.Id));
    }

    public bool IsLate(CallerNoticeRow row) => row.AcknowledgedAt is null && row.AcknowledgeUntil < LegalDate.At(time.GetUtcNow());
}
