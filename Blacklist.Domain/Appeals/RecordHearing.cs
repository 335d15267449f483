using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Appeals;

/// <summary>Records that the hearing took place, or that the person stayed away.</summary>
/// <param name="Record">Reference of the hearing record 听证笔录.</param>
public sealed record RecordHearing(DateOnly HeldOn, bool Attended, string Record, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotScheduled = new("hearing_not_scheduled", "No hearing was announced for that day.");

    public static readonly Refusal InFuture = new("hearing_in_future", "The hearing has not taken place yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotScheduled, InFuture];

    public static Outcome Decide(Appeal appeal, RecordHearing command) => appeal switch
    {
        _ when appeal.Heard.Contains(command.HeldOn) => Outcome.Nothing,
        { IsPending: false } => Outcome.Refuse(NotScheduled),
        _ when appeal.HearingOn != command.HeldOn => Outcome.Refuse(NotScheduled),
        _ when command.HeldOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new HearingRecorded(appeal.Id, command.HeldOn, command.Attended, command.Record, command.By)),
    };
}
