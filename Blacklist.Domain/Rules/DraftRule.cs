using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Rules;

/// <summary>Proposes a new rule, or another wording of one. It bars nobody until a second person adopts it; an open draft of the same rule is replaced.</summary>
public sealed record DraftRule(Guid DraftId, Rule Rule, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal SourceMissing = new("rule_without_source", "A rule without source and article bars nobody.");

    public static readonly Refusal ValidityReversed = new("rule_validity_reversed", "The last day of validity lies before the first.");

    public static readonly Refusal DueProcessMissing = new(
        "rule_without_due_process", "A rule that restricts demands the decision, the notice, the second person and the running term.");

    public static readonly Refusal ConfirmedInFuture = new("rule_confirmed_in_future", "The confirmation bears a date that has not come yet.");

    public static readonly Refusal StandsSo = new("rule_stands_so", "The catalogue already says this.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [SourceMissing, ValidityReversed, DueProcessMissing, ConfirmedInFuture, StandsSo];

    /// <summary>Why a row can stand in no catalogue, whoever wants it; null when it can.</summary>
    public static Refusal? FlawOf(Rule rule) => rule switch
    {
        { Source: "" } or { Article: "" } => SourceMissing,
        { ValidTo: { } last } when last < rule.ValidFrom => ValidityReversed,
        { Effect: Effect.Restricted } when Enum.GetValues<Element>().Except(rule.Elements).Any() => DueProcessMissing,
        _ => null,
    };

    public static Outcome Decide(RuleCatalogue catalogue, DraftRule command) => command.Rule switch
    {
        var rule when FlawOf(rule) is { } flaw => Outcome.Refuse(flaw),
        { Confirmed: { } confirmed } when confirmed.On > command.Today => Outcome.Refuse(ConfirmedInFuture),
        var rule when catalogue.OpenDraftOf(rule.Id) is { } open && open.Rule == rule && open.By == command.By => Outcome.Nothing,
        var rule when rule == catalogue.Find(rule.Id) => Outcome.Refuse(StandsSo),
        var rule => Outcome.Record(new RuleDrafted(command.DraftId, rule, command.Reason, command.By)),
    };
}
