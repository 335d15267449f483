using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Security;
using Blacklist.Domain.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Blacklist.Api.Console.Rules;

/// <summary>规则: the legal bases, whom each bars from what, for how long; and what waits for a second person.</summary>
[Requires(Permission.ReadRules)]
internal sealed class IndexModel(RuleReader reader, AccountRows accounts, Timelines timelines) : PageModel
{
    private const int Newest = 20;

    public RuleCatalogue Catalogue { get; private set; } = RuleCatalogue.Initial;

    public IReadOnlyList<RuleDraft> Drafts { get; private set; } = [];

    /// <summary>Who drafted.</summary>
    public AccountNames Names { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool MayDraft { get; private set; }

    public bool MayAdopt { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var caller = Caller.Of(HttpContext)!;
        (Catalogue, var stream) = await reader.Read();
        Drafts = [.. Catalogue.Drafts.Where(draft => draft.Status == RuleDraftStatus.Open)];
        Names = await accounts.Of(Drafts.Select(draft => draft.By.Value), cancellation);
        var newest = stream.Events.TakeLast(Newest).ToDictionary(recorded => recorded.Position);
        History = [.. (await timelines.Of(newest.Values, cancellation)).Select(line => line with { About = RuleOf(newest[line.Position]) })];
        (MayDraft, MayAdopt) = (caller.May(Permission.DraftRules), caller.May(Permission.AdoptRules));
    }

    public string Term(Rule rule) => reader.Text.TermOf(rule.Term);

    private static string? RuleOf(EventEnvelope recorded) => recorded.Data switch
    {
        RuleDrafted drafted => drafted.Rule.Title,
        RuleAdopted adopted => adopted.Rule.Title,
        _ => null,
    };
}
