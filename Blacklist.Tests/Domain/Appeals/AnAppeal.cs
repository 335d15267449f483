using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Tests.Domain.Listings;

namespace Blacklist.Tests.Domain.Appeals;

/// <summary>An objection against a listing in force and what happens to it, for the specs.</summary>
internal static class AnAppeal
{
    public static readonly AppealId Id = new(new Guid("0a000000-0000-7000-8000-000000000041"));
    public static readonly Guid Words = new("0a000000-0000-7000-8000-000000000042");
    public static readonly ClerkId Counter = new("counter");
    public static readonly ClerkId Administrator = new("appeals-administrator");
    public static readonly ClerkId Another = new("another-administrator");
    public static readonly DateOnly Today = AListing.Today;
    public static readonly DateOnly ReceivedOn = new(2026, 4, 1);
    public static readonly DateOnly AdmittedOn = new(2026, 4, 3);
    public static readonly DateOnly HeldOn = new(2026, 4, 28);
    public static readonly DateOnly DecidedOn = new(2026, 5, 6);
    public static readonly Deadline AdmitBy = Until(ReceivedOn, new DateOnly(2026, 4, 9));
    public static readonly Deadline DecideBy = Until(AdmittedOn, new DateOnly(2026, 6, 2));

    public static readonly AppealFiled Filed = new(
        Id, "150602-2026-A000001", AppealKind.Objection, AListing.Id, AListing.Proposed.Region, AppealChannel.InPerson, ReceivedOn, "异议申请书1号",
        Words, AdmitBy, AdmitBy.Due.AddDays(-2), Counter);

    public static readonly AppealFiled FiledStatement = Filed with { Kind = AppealKind.Statement, ReceivedOn = AListing.ServedOn.AddDays(1) };

    public static readonly AppealFiled FiledRepair = Filed with { Kind = AppealKind.CreditRepair };

    public static readonly AppealAdmitted Admitted = new(Id, AdmittedOn, DecideBy, DecideBy.Due.AddDays(-2), Administrator);

    public static readonly AppealRejected Rejected = new(Id, AdmittedOn, "鄂民不受字〔2026〕1号", "已就同一事由作出处理", Administrator);

    public static readonly AppealAssigned Assigned = new(Id, Administrator, Administrator);

    public static readonly AppealEvidenceRecorded EvidenceRecorded =
        new(Id, new Evidence("任职证明", "异议卷第3页"), EvidenceFrom.Person, new DateOnly(2026, 4, 8), Administrator);

    public static readonly HearingScheduled Scheduled = new(Id, HeldOn, "市民政局听证室", "鄂民听字〔2026〕1号", HeldOn.AddDays(-3), Administrator);

    public static readonly HearingRecorded Heard = new(Id, HeldOn, Attended: true, "听证笔录1号", Administrator);

    public static readonly AppealDecided Maintained = new(
        Id, Remedy.Maintain, EndsOn: null, Positions: [], "鄂民申决字〔2026〕1号", DecidedOn, "原列入决定事实清楚", Administrator);

    public static readonly AppealWithdrawn Withdrawn = new(Id, new DateOnly(2026, 4, 20), "撤回申请书1号", "当事人自愿撤回", Administrator);

    /// <summary>Proposed and announced by the officer, decided by the approver.</summary>
    public static readonly Listing InForce = After(AListing.Entered);

    public static readonly Listing Announced = After();

    /// <summary>The listing after its notice and these facts.</summary>
    public static Listing After(params IEvent[] facts) =>
        new IEvent[] { AListing.Proposed, AListing.Noticed }.Concat(facts).Aggregate(Listing.Initial, Listing.Evolve);

    public static Scenario<Appeal> Given(params IEvent[] facts) => Scenario<Appeal>.Given(Appeal.Initial, Appeal.Evolve, facts);

    public static Appeal State(params IEvent[] facts) => facts.Aggregate(Appeal.Initial, Appeal.Evolve);

    private static Deadline Until(DateOnly start, DateOnly due) => new(start, Period.OfWorkingDays(5), due, [], [], "test");
}
