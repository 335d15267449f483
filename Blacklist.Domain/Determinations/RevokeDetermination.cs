using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Determinations;

/// <summary>Takes a finding back; later checks are answered as if it had not been made.</summary>
public sealed record RevokeDetermination(string Reason, ClerkId By)
{
    public static IReadOnlyList<Refusal> Refusals { get; } = [];

    public static Outcome Decide(Determination determination, RevokeDetermination command) => determination.Status switch
    {
        DeterminationStatus.None or DeterminationStatus.Revoked => Outcome.Nothing,
        _ => Outcome.Record(new DeterminationRevoked(
            determination.Id, determination.ListingId, determination.ApplicantId, command.Reason, command.By)),
    };
}
