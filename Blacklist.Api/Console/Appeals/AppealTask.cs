using Blacklist.Api.Security;
using Blacklist.Domain.Appeals;

namespace Blacklist.Api.Console.Appeals;

/// <summary>What can be done with an appeal as it stands; the domain decides, this only spares the way to a refusal.</summary>
/// <param name="Address">Below that of the appeal.</param>
/// <param name="Key">Of its words.</param>
internal sealed record AppealTask(string Address, string Key, Permission Permission, Func<Appeal, bool> IsOpen)
{
    public static readonly IReadOnlyList<AppealTask> All =
    [
        new("admission", "admitAppeal.title", Permission.HandleAppeals, appeal => appeal.Status == AppealStatus.Filed),
        new("rejection", "rejectAppeal.title", Permission.HandleAppeals, appeal => appeal.Status == AppealStatus.Filed),
        new("hearing/record", "recordHearing.title", Permission.HandleAppeals, appeal => appeal is { Status: AppealStatus.Assigned, HearingOn: not null }),
        new("decision", "decideAppeal.title", Permission.HandleAppeals, appeal => appeal is { Status: AppealStatus.Assigned, HearingOn: null }),
        new("assignment", "assignAppeal.title", Permission.HandleAppeals, appeal => appeal.IsPending),
        new("evidence", "recordAppealEvidence.title", Permission.FileAppeals, appeal => appeal.Status == AppealStatus.Filed || appeal.IsPending),
        new("hearing", "scheduleHearing.title", Permission.HandleAppeals, appeal => appeal.Status == AppealStatus.Assigned),
        new("withdrawal", "withdrawAppeal.title", Permission.FileAppeals, appeal => appeal.Status == AppealStatus.Filed || appeal.IsPending),
    ];
}
