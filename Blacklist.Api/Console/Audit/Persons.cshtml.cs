using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Reading;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.Lookups;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Audit;

/// <summary>Who looked up this person. The document is sent in the form's body: no address ever holds it.</summary>
[Requires(Permission.ReadAudit)]
[Audited(AuditKind.Search)]
internal sealed class PersonsModel(PersonTrail trail, AccountRows accounts, TimeProvider time, PageText texts) : PageModel
{
    [BindProperty]
    public string Type { get; set; } = EnumWords.Of(DocumentType.ResidentId);

    [BindProperty]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? IssuingCountry { get; set; }

    /// <summary>Where the part of the list ended that was shown before.</summary>
    [BindProperty]
    public string? After { get; set; }

    /// <summary>Null before anything was asked.</summary>
    public Page<AuditedOnPage>? List { get; private set; }

    public FormProblem? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!EnumWords.TryRead<DocumentType>(Type, out var type))
        {
            return BadRequest();
        }

        var country = string.IsNullOrWhiteSpace(IssuingCountry) ? null : IssuingCountry.Trim();
        var body = PageCommand.Body(new TracedPerson(Document: new DocumentRequest(type, Number.Trim(), country)));
        var page = new PageRequest<Guid>(PageRequest<Guid>.DefaultLimit, After is { } text && Cursor<Guid>.TryRead(text, out var cursor) ? cursor : null);
        var result = await TracePersonEndpoint.Handle(body, Caller.Of(HttpContext)!, page, trail, AuditNote.Of(HttpContext), time, cancellation);
        switch (result)
        {
            case Answer answer:
                var found = answer.Read<Page<AuditRow>>();
                List = new Page<AuditedOnPage>(await AuditedOnPage.Of(found.Items, accounts, cancellation), found.NextCursor);
                return Page();
            case Http.Problem problem:
                Problem = FormProblem.Of(problem, texts);
                Response.StatusCode = problem.Kind.Status;
                return Page();
            default:
                return new PageAnswer(result);
        }
    }
}
