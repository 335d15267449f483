using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Reexaminations;

/// <summary>Records what examining again came to.</summary>
public sealed record CompleteReexamination(ReexaminationOutcome Outcome, string Reason, ClerkId By)
{
    public static readonly Refusal CompletedOtherwise = new("reexamination_completed_otherwise", "It was completed with another outcome.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [CompletedOtherwise];

    public static Kernel.Outcome Decide(Reexamination reexamination, CompleteReexamination command) => reexamination switch
    {
        { Status: ReexaminationStatus.Completed, Outcome: var outcome } when outcome != command.Outcome => Kernel.Outcome.Refuse(CompletedOtherwise),
        { Status: ReexaminationStatus.Open } => Kernel.Outcome.Record(
            new ReexaminationCompleted(reexamination.Id, command.Outcome, command.Reason, command.By)),
        _ => Kernel.Outcome.Nothing,
    };
}
