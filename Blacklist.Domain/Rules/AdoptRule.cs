using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Takes a draft into the catalogue: exactly the row that was drafted, by somebody else than its drafter.</summary>
public sealed record AdoptRule(Guid DraftId, ClerkId By)
{
    public static readonly Refusal NotOpen = new("rule_draft_not_open", "There is no open draft of this id: it was discarded or replaced, or never was.");

    public static readonly Refusal SamePerson = new("same_person_drafted", "Who drafted the rule cannot adopt it.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotOpen, SamePerson];

    public static Outcome Decide(RuleCatalogue catalogue, AdoptRule command) => catalogue.FindDraft(command.DraftId) switch
    {
        { Status: RuleDraftStatus.Adopted } => Outcome.Nothing,
        { Status: RuleDraftStatus.Open } draft when draft.By == command.By => Outcome.Refuse(SamePerson),
        { Status: RuleDraftStatus.Open } draft => Outcome.Record(new RuleAdopted(draft.Rule, command.By)),
        _ => Outcome.Refuse(NotOpen),
    };
}
