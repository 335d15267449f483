using Blacklist.Domain.Deadlines;

namespace Blacklist.Domain.Appeals;

/// <summary>What happens to an appeal sets, meets and lifts its deadlines.</summary>
public static class AppealDeadlines
{
    public static readonly StreamDeadlines Of = new StreamDeadlines(Appeal.Stream.Type)
        .On<AppealFiled>(e => [DeadlineChange.In(e.Region), DeadlineChange.Set(DeadlineKind.AppealAdmission, e.AdmitBy, e.WarnFrom)])
        .On<AppealRejected>(_ => DeadlineChange.Meet(DeadlineKind.AppealAdmission))
        .On<AppealAdmitted>(e =>
            [DeadlineChange.Meet(DeadlineKind.AppealAdmission), DeadlineChange.Set(DeadlineKind.AppealDecision, e.DecideBy, e.WarnFrom)])
        .On<HearingScheduled>(e => DeadlineChange.Set(DeadlineKind.Hearing, e.HeldOn, e.WarnFrom))
        .On<HearingRecorded>(_ => DeadlineChange.Meet(DeadlineKind.Hearing))
        .On<AppealDecided>(_ => DeadlineChange.Meet(DeadlineKind.AppealDecision))
        .On<AppealWithdrawn>(_ => DeadlineChange.LiftAll());
}
