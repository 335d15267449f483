using Blacklist.Api.Audit;
using Blacklist.Api.Console.Check;
using Blacklist.Api.Eligibility.DryRuns;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Knowledge;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Regions;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Rules;

/// <summary>Which of the applicants that were checked before would be answered otherwise, if a draft were adopted. Nothing is recorded and nothing changes.</summary>
[Requires(Permission.DraftRules)]
[Audited(AuditKind.Search)]
internal sealed class DryRunChecksModel(
    RuleReader reader, EligibilityIndex index, IndexFollower follower, EffectsRecord record, StoredQuestions questions, RegistryPast past, CheckReferenceRows references,
    RegionCatalogue regions, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>For which day the two catalogues are compared.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RuleDraft Draft { get; private set; } = null!;

    public DryRunChecksAnswer Found { get; private set; } = null!;

    /// <summary>How the checks are called by whoever may open them; null for whoever may not.</summary>
    public CheckReferences? References { get; private set; }

    public DateOnly Day => On ?? LegalDate.At(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if ((await reader.Read()).Catalogue.FindDraft(Id) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        var (caller, after) = (Caller.Of(HttpContext)!, After is { } text && Cursor<Guid>.TryRead(text, out var cursor) ? cursor : null);
        var result = await DryRunChecksEndpoint.Handle(
            Id, PageCommand.Body(new DryRunDraftRequest(Day)), new PageRequest<Guid>(PageRequest<Guid>.DefaultLimit, after), caller, index, follower, record, questions, past, time);
        if (result is not Answer answer)
        {
            return new PageAnswer(result);
        }

        Found = answer.Read<DryRunChecksAnswer>();
        References = caller.May(Permission.ReadChecksOfOthers) ? await references.Of(Found.Changes.Items.Select(row => row.CheckId), cancellation) : null;
        AuditNote.Of(HttpContext).About(Found.Changes.Items.Count, Id);
        return Page();
    }

    public string NameOf(RegionCode region) => regions.NameOf(region) ?? region.Value;
}
