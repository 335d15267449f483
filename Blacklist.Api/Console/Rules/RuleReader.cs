using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.EventLog;
using Blacklist.Api.Pages;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Console.Rules;

/// <summary>Where the pages about rules read the catalogue.</summary>
internal sealed record RuleReader(EventStore Log, RuleText Text)
{
    public const string Address = "/console/rules";

    public async Task<(RuleCatalogue Catalogue, EventStream Stream)> Read()
    {
        var stream = await Log.Load(RuleCatalogue.StreamId);
        return (stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve), stream);
    }

    public static string AddressOf(Rule rule) => $"{Address}/{rule.Id}";

    public static string AddressOf(RuleDraft draft) => $"{Address}/drafts/{draft.Id}";

    /// <returns>Null when there is no such rule.</returns>
    public async Task<FormSubject?> About(string ruleId) =>
        await Read() is var (catalogue, stream) && catalogue.Find(ruleId) is { } rule
            ? new FormSubject(rule.Title, AddressOf(rule), Said(Text.Of(rule)), stream)
            : null;

    /// <returns>Null when there is no such draft.</returns>
    public async Task<FormSubject?> About(Guid draftId) =>
        await Read() is var (catalogue, stream) && catalogue.FindDraft(draftId) is { } draft
            ? new FormSubject(draft.Rule.Title, AddressOf(draft), Said(Text.Of(draft.Rule)), stream)
            : null;

    /// <summary>About the catalogue as a whole.</summary>
    public async Task<FormSubject?> About(PageText texts) => new(texts["nav.rules"], Address, [], (await Read()).Stream);

    private static IReadOnlyList<Shown> Said(IEnumerable<Shown> facts) => [.. facts.Where(fact => fact.Value.Length > 0)];
}
