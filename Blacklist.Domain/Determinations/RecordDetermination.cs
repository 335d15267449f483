using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Determinations;

/// <summary>
/// Records whether applicant and listed person are one. "Somebody else" counts at once, and anew where a number matches that did not when it
/// was found; "the same" counts when a second clerk finds it too.
/// </summary>
public sealed record RecordDetermination(
    DeterminationId Id,
    Guid CheckId,
    int ApplicantIndex,
    ListingId ListingId,
    PersonId? ApplicantId,
    Finding Finding,
    bool DocumentMatched,
    string Reason,
    ClerkId By)
{
    public static readonly Refusal StandsOtherwise = new(
        "determination_stands_otherwise", "Another finding stands for this applicant and listing; revoke it first.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [StandsOtherwise];

    public static Outcome Decide(Determination determination, RecordDetermination command) => (determination.Status, command.Finding) switch
    {
        (DeterminationStatus.None or DeterminationStatus.Revoked, _) => Outcome.Record(command.Fact),
        (DeterminationStatus.FoundDifferent, Finding.DifferentPerson) when command.DocumentMatched && !determination.DocumentMatched => Outcome.Record(command.Fact),
        (DeterminationStatus.FoundSameOnce, Finding.SamePerson) when determination.FirstBy != command.By => Outcome.Record(
            new DeterminationConfirmed(determination.Id, determination.ListingId, determination.ApplicantId, command.Reason, command.By)),
        (DeterminationStatus.FoundSameOnce or DeterminationStatus.FoundSameTwice, Finding.SamePerson) => Outcome.Nothing,
        (DeterminationStatus.FoundDifferent, Finding.DifferentPerson) => Outcome.Nothing,
        _ => Outcome.Refuse(StandsOtherwise),
    };

    private DeterminationRecorded Fact => new(Id, CheckId, ApplicantIndex, ListingId, ApplicantId, Finding, DocumentMatched, Reason, By);
}
