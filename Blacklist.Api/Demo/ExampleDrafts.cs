using Blacklist.Api.Demo.Plan;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Demo;

/// <summary>Drafts of rules that wait for a second person: one to adopt, one to discard, one to try.</summary>
internal sealed class ExampleDrafts(EventStore log)
{
    /// <summary>When the shipped rows were confirmed: nobody can have drafted from them before.</summary>
    private static readonly DateOnly DraftedOn = new(2026, 11, 21);

    private static readonly (int Id, string Rule, string Reason, Func<Rule, Rule> Change)[] Drafts =
    [
        (51, "overseas-ngo-law-29", "已核对条文 (演示)", rule => rule with { Confirmed = new Confirmation("演示法规科", DraftedOn) }),
        (52, "chongqing-2-3", "拟改为人工核实 (演示)", rule => rule with { Effect = Effect.Review }),
        (53, "erdos-2018-4-2", "拟将期限改为三年 (演示)", rule => rule with { Term = Term.Parse("P3Y").Value! }),
    ];

    /// <summary>What is there already stays.</summary>
    public async Task Add()
    {
        var stream = await log.Load(RuleCatalogue.StreamId);
        var catalogue = stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve);
        var facts = Drafts.Where(draft => catalogue.FindDraft(DemoIds.Fixed(draft.Id)) is null).SelectMany(draft => DraftRule.Decide(catalogue, new DraftRule(
            DemoIds.Fixed(draft.Id), draft.Change(catalogue.Find(draft.Rule)!), draft.Reason, DemoClients.Administrator, DraftedOn)).Facts()).ToList();
        if (facts.Count > 0)
        {
            await log.Append(new AppendRequest(
                [new StreamAppend(stream.Id, RuleCatalogue.Stream.Type, stream.Version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])],
                DemoClients.Administrator.Value));
        }
    }
}
