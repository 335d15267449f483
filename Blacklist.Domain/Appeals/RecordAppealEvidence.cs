using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Domain.Appeals;

/// <summary>Puts a piece of evidence to the file of the appeal, by reference.</summary>
public sealed record RecordAppealEvidence(Evidence Evidence, EvidenceFrom From, DateOnly ReceivedOn, ClerkId By, DateOnly Today)
{
    public static readonly Refusal Closed = new("appeal_closed", "The appeal is over; nothing is added to its file.");

    public static readonly Refusal InFuture = new("evidence_in_future", "The evidence bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [Closed, InFuture];

    public static Outcome Decide(Appeal appeal, RecordAppealEvidence command) => appeal switch
    {
        { Status: not AppealStatus.Filed, IsPending: false } => Outcome.Refuse(Closed),
        _ when appeal.Evidence.Contains(command.Evidence) => Outcome.Nothing,
        _ when command.ReceivedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new AppealEvidenceRecorded(appeal.Id, command.Evidence, command.From, command.ReceivedOn, command.By)),
    };
}
