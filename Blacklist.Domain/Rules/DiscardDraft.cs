using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Gives a draft up; the catalogue stays as it is.</summary>
public sealed record DiscardDraft(Guid DraftId, string Reason, ClerkId By)
{
    public static readonly Refusal NotOpen = new("rule_draft_not_open", "There is no open draft of this id: it was adopted or replaced, or never was.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotOpen];

    public static Outcome Decide(RuleCatalogue catalogue, DiscardDraft command) => catalogue.FindDraft(command.DraftId)?.Status switch
    {
        RuleDraftStatus.Discarded => Outcome.Nothing,
        RuleDraftStatus.Open => Outcome.Record(new RuleDraftDiscarded(command.DraftId, command.Reason, command.By)),
        _ => Outcome.Refuse(NotOpen),
    };
}
