using System.Collections.Immutable;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>The rules in the order they were adopted, and the drafts of further ones; one stream holds them all.</summary>
public sealed record RuleCatalogue
{
    public static readonly Guid StreamId = new("00000000-0000-8000-8000-000000000001");

    public static readonly RuleCatalogue Initial = new();

    public static readonly StreamKind<RuleCatalogue> Stream = new("rule_catalogue", Initial, Evolve);

    /// <summary>Number of changes so far to what the rules say; a check records the version it used. Drafts change nothing.</summary>
    public int Version { get; private init; }

    public ImmutableList<Rule> Rules { get; private init; } = [];

    /// <summary>Every draft there ever was.</summary>
    public ImmutableList<RuleDraft> Drafts { get; private init; } = [];

    /// <summary>Rules that rest on a policy document give review instead of restricted.</summary>
    public bool PolicyDocumentsUnderReview { get; private init; }

    /// <summary>The row that the shipped file offered last, by rule.</summary>
    private ImmutableDictionary<string, Rule> Offered { get; init; } = ImmutableDictionary<string, Rule>.Empty;

    /// <summary>Rules that a person drafted, adopted or retired: there the shipped file only proposes.</summary>
    private ImmutableHashSet<string> KeptByPersons { get; init; } = [];

    /// <summary>Rules that were in the catalogue and are no longer.</summary>
    private ImmutableHashSet<string> Retired { get; init; } = [];

    public Rule? Find(string id) => Rules.Find(rule => rule.Id == id);

    public RuleDraft? FindDraft(Guid id) => Drafts.Find(draft => draft.Id == id);

    public RuleDraft? OpenDraftOf(string ruleId) => Drafts.Find(draft => draft.Rule.Id == ruleId && draft.Status == RuleDraftStatus.Open);

    public bool WasRetired(string ruleId) => Retired.Contains(ruleId);

    public bool IsKeptByPersons(string ruleId) => KeptByPersons.Contains(ruleId);

    public Rule? OfferedLast(string ruleId) => Offered.GetValueOrDefault(ruleId);

    /// <summary>The catalogue as it would be, for who wants to try a draft first.</summary>
    public RuleCatalogue IfAdopted(RuleDraft draft) => Evolve(this, new RuleAdopted(draft.Rule, draft.By));

    /// <summary>A catalogue of this one row, under the same circumstances.</summary>
    internal RuleCatalogue Only(Rule rule) => this with { Rules = [rule] };

    public static RuleCatalogue Evolve(RuleCatalogue state, IEvent fact) => fact switch
    {
        RuleDrafted e => state.Handled(e.Rule.Id, e.By, e.Rule) with
        {
            Drafts = state.Close(draft => draft.Rule.Id == e.Rule.Id, RuleDraftStatus.Replaced)
                .Add(new RuleDraft(e.DraftId, e.Rule, e.Reason, e.By, RuleDraftStatus.Open)),
        },
        RuleDraftDiscarded e => state with { Drafts = state.Close(draft => draft.Id == e.DraftId, RuleDraftStatus.Discarded) },
        RuleAdopted e => state.Handled(e.Rule.Id, e.By, e.Rule) with
        {
            Version = state.Version + 1,
            Rules = state.With(state.AsThingsStand(e.Rule)),
            Drafts = state.Close(draft => draft.Rule == e.Rule, RuleDraftStatus.Adopted),
            Retired = state.Retired.Remove(e.Rule.Id),
        },
        RuleRetired e => state.Handled(e.RuleId, e.By, null) with
        {
            Version = state.Version + 1,
            Rules = state.Rules.RemoveAll(rule => rule.Id == e.RuleId),
            Retired = state.Retired.Add(e.RuleId),
        },
        PolicyDocumentReviewOrdered => state.UnderReview(true),
        PolicyDocumentReviewEnded => state.UnderReview(false),
        _ => state,
    };

    private RuleCatalogue Handled(string ruleId, ClerkId by, Rule? row) => by != ClerkId.ReferenceData
        ? this with { KeptByPersons = KeptByPersons.Add(ruleId) }
        : row is null ? this : this with { Offered = Offered.SetItem(ruleId, row) };

    private ImmutableList<Rule> With(Rule rule) => Find(rule.Id) is { } old ? Rules.Replace(old, rule) : Rules.Add(rule);

    private ImmutableList<RuleDraft> Close(Predicate<RuleDraft> which, RuleDraftStatus status) =>
        Drafts.ConvertAll(draft => draft.Status == RuleDraftStatus.Open && which(draft) ? draft with { Status = status } : draft);

    private RuleCatalogue UnderReview(bool ordered)
    {
        var changed = this with { Version = Version + 1, PolicyDocumentsUnderReview = ordered };
        return changed with { Rules = Rules.ConvertAll(changed.AsThingsStand) };
    }

    private Rule AsThingsStand(Rule rule) => rule with { IsUnderReview = PolicyDocumentsUnderReview && rule.Level == IssuerLevel.PolicyDocument };
}
