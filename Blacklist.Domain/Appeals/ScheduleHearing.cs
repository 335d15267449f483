using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Appeals;

/// <summary>Invites the person to be heard, in good time; a new day replaces the one that was announced.</summary>
/// <param name="EarliestOn">The first day that leaves the person the time the procedure gives, computed from its term and the calendar.</param>
/// <param name="WarnFrom">The day from which it is told that the hearing comes near.</param>
public sealed record ScheduleHearing(DateOnly HeldOn, string Place, string DocumentNumber, DateOnly EarliestOn, DateOnly WarnFrom, ClerkId By)
{
    public static readonly Refusal NotAssigned = new("appeal_not_assigned", "A hearing is held by whom the appeal is assigned to.");

    public static readonly Refusal AnothersAppeal = new("appeal_assigned_to_another", "The appeal is assigned to somebody else.");

    public static readonly Refusal TooSoon = new("hearing_too_soon", "The person is told of a hearing in good time; the day is too near.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotAssigned, AnothersAppeal, TooSoon];

    public static Outcome Decide(Appeal appeal, ScheduleHearing command) => appeal switch
    {
        { Status: not AppealStatus.Assigned } => Outcome.Refuse(NotAssigned),
        _ when appeal.AssignedTo != command.By => Outcome.Refuse(AnothersAppeal),
        _ when appeal.HearingOn == command.HeldOn => Outcome.Nothing,
        _ when command.HeldOn < command.EarliestOn => Outcome.Refuse(TooSoon),
        _ => Outcome.Record(new HearingScheduled(appeal.Id, command.HeldOn, command.Place, command.DocumentNumber, command.WarnFrom, command.By)),
    };
}
