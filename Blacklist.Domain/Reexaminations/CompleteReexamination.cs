using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Reexaminations;

/// <summary>Records what examining again came to.</summary>
public sealed record CompleteReexamination(ReexaminationOutcome Result, string Reason, ClerkId By)
{
    public static readonly Refusal CompletedOtherwise = new("reexamination_completed_otherwise", "It was completed with another outcome.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [CompletedOtherwise];

    public static Outcome Decide(Reexamination reexamination, CompleteReexamination command) => reexamination switch
    {
        { Status: ReexaminationStatus.Completed, Outcome: var outcome } when outcome != command.Result => Outcome.Refuse(CompletedOtherwise),
        { Status: ReexaminationStatus.Open } => Outcome.Record(
            new ReexaminationCompleted(reexamination.Id, command.Result, command.Reason, command.By)),
        _ => Outcome.Nothing,
    };
}
