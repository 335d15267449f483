using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.DryRuns;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Rules;

/// <summary>Who would change, and how, if a draft were adopted. Nothing is recorded and nothing changes.</summary>
[Requires(Permission.DraftRules)]
[Audited(AuditKind.Search)]
internal sealed class DryRunModel(RuleReader reader, EligibilityIndex index, IndexFollower follower, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>For which day the two catalogues are compared.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RuleDraft Draft { get; private set; } = null!;

    public DryRunAnswer Found { get; private set; } = null!;

    public DateOnly Day => On ?? LegalDate.At(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync()
    {
        if ((await reader.Read()).Catalogue.FindDraft(Id) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        var after = After is { } text && Cursor<string>.TryRead(text, out var cursor) ? cursor : null;
        var result = await DryRunDraftEndpoint.Handle(
            Id, PageCommand.Body(new DryRunDraftRequest(Day)), new PageRequest<string>(PageRequest<string>.DefaultLimit, after), Caller.Of(HttpContext)!, index, follower, time);
        if (result is not Answer answer)
        {
            return new PageAnswer(result);
        }

        Found = answer.Read<DryRunAnswer>();
        AuditNote.Of(HttpContext).About(Found.Changes.Items.Count, Id);
        return Page();
    }
}
