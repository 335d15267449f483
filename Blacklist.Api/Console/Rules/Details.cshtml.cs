using Blacklist.Api.Console.Histories;
using Blacklist.Api.Security;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Rules;

/// <summary>One rule, every field of its row.</summary>
[Requires(Permission.ReadRules)]
internal sealed class DetailsModel(RuleReader reader, AccountRows accounts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public Rule Rule { get; private set; } = null!;

    public IReadOnlyList<Shown> Facts { get; private set; } = [];

    /// <summary>Another wording of it that waits for a second person.</summary>
    public RuleDraft? Draft { get; private set; }

    /// <summary>Who drafted it, by name.</summary>
    public string DraftedBy { get; private set; } = "";

    public bool MayDraft { get; private set; }

    public bool MayAdopt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (catalogue, _) = await reader.Read();
        if (catalogue.Find(Id) is not { } rule)
        {
            return NotFound();
        }

        var caller = Caller.Of(HttpContext)!;
        (Rule, Facts, Draft) = (rule, reader.Text.Of(rule), catalogue.OpenDraftOf(Id));
        DraftedBy = Draft is { By.Value: var by } ? (await accounts.Of([by], cancellation))[by] : "";
        (MayDraft, MayAdopt) = (caller.May(Permission.DraftRules), caller.May(Permission.AdoptRules));
        return Page();
    }
}
