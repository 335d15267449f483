using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Http;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Audit;

/// <summary>审计: who was shown what, or was refused it; narrowed by caller, kind, day and outcome.</summary>
[Requires(Permission.ReadAudit)]
[Audited(AuditKind.Search)]
internal sealed class IndexModel(AuditTrail trail) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Caller { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuditKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Refused { get; set; }

    /// <summary>Id of a listing, a check or whatever else it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<AuditRow> List { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var after = After is { } text && Cursor<Guid>.TryRead(text, out var cursor) ? cursor : null;
        var page = new PageRequest<Guid>(PageRequest<Guid>.DefaultLimit, after);
        var query = new AuditQuery(Security.Caller.Of(HttpContext)!.Regions)
        {
            Caller = string.IsNullOrWhiteSpace(Caller) ? null : Caller.Trim(),
            Kind = Kind,
            Refused = Refused,
            Subjects = Subject is { } id ? [id] : null,
            From = From is { } first && IsOfOurTime(first) ? LegalDate.Begins(first) : null,
            Until = Until is { } last && IsOfOurTime(last) ? LegalDate.Begins(last.AddDays(1)) : null,
        };
        List = page.Of(await trail.Read(query, after?.Key, page.Limit + 1, cancellation), row => row.Id);
        AuditNote.Of(HttpContext).About(List.Items.Count);
    }

    /// <summary>Instants end where years do.</summary>
    private static bool IsOfOurTime(DateOnly day) => day.Year is > 1900 and < 9000;
}
