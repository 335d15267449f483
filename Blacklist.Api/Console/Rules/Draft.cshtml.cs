using Blacklist.Api.Console.Histories;
using Blacklist.Api.Security;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Rules;

/// <summary>A drafted row beside the one that stands, field by field.</summary>
[Requires(Permission.ReadRules)]
internal sealed class DraftModel(RuleReader reader, AccountRows accounts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public RuleDraft Row { get; private set; } = null!;

    /// <summary>By name.</summary>
    public string DraftedBy { get; private set; } = "";

    /// <summary>What stands and what was drafted; null where no rule of this id stands.</summary>
    public IReadOnlyList<(Shown? Stands, Shown Drafted)> Fields { get; private set; } = [];

    public bool StandsAlready { get; private set; }

    public bool MayDraft { get; private set; }

    public bool MayAdopt { get; private set; }

    /// <summary>It was drafted by the reader: somebody else decides.</summary>
    public bool IsOwn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (catalogue, _) = await reader.Read();
        if (catalogue.FindDraft(Id) is not { } draft)
        {
            return NotFound();
        }

        var stands = draft.Status == RuleDraftStatus.Open ? catalogue.Find(draft.Rule.Id) : null;
        (Row, StandsAlready) = (draft, stands is not null);
        DraftedBy = (await accounts.Of([draft.By.Value], cancellation))[draft.By.Value];
        var drafted = reader.Text.Of(draft.Rule);
        Fields = stands is null ? [.. drafted.Select(fact => ((Shown?)null, fact))] : [.. reader.Text.Of(stands).Zip(drafted).Select(pair => ((Shown?)pair.First, pair.Second))];
        var (caller, isOpen) = (Caller.Of(HttpContext)!, draft.Status == RuleDraftStatus.Open);
        IsOwn = caller.Clerk == draft.By;
        (MayDraft, MayAdopt) = (isOpen && caller.May(Permission.DraftRules), isOpen && !IsOwn && caller.May(Permission.AdoptRules));
        return Page();
    }
}
