using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Registration;
using Blacklist.Tests.Domain.BannedOrganizations;

namespace Blacklist.Tests.Domain.Listings;

/// <summary>One listing and what happens to it, for the specs.</summary>
internal static class AListing
{
    public static readonly DateOnly Today = AnOrganization.Today;
    public static readonly DateOnly ServedOn = new(2026, 3, 9);
    public static readonly DateOnly StatementUntil = new(2026, 3, 16);
    public static readonly DateOnly DecidedOn = new(2026, 3, 17);
    public static readonly ClerkId Officer = AnOrganization.Officer;
    public static readonly ClerkId Approver = AnOrganization.Approver;
    public static readonly ListingId Id = ProposeListing.ListingOf(AnOrganization.ChairId);

    public static readonly BannedOrganization Organization =
        AnOrganization.After(AnOrganization.Recorded, AnOrganization.Banned, AnOrganization.ChairNamed);

    public static readonly BannedOrganization BanAnnulled =
        AnOrganization.After(AnOrganization.Recorded, AnOrganization.Banned, AnOrganization.ChairNamed, AnOrganization.BanAnnulled);

    public static readonly Deadline StatementPeriod = new(
        ServedOn, Period.OfWorkingDays(5), StatementUntil, [new(new(2026, 3, 14), null), new(new(2026, 3, 15), null)], [], "test");

    public static readonly ListingProposed Proposed = new(
        Id, "150602-2026-000001", AnOrganization.Id, AnOrganization.ChairPerson, AnOrganization.ChairNamed.Part,
        AnOrganization.ChairNamed.IdentifiedBy, AnOrganization.BanId,
        AnOrganization.Banned.Kind, AnOrganization.BannedOn, AnOrganization.Banned.DocumentNumber, RegisteredAs: null, AnOrganization.Ordos,
        "决定书载明其为负责人", "系直接责任人", [new Evidence("现场检查笔录", "卷一第12页")], ["erdos-2018-4-2"], Officer);

    public static readonly ServiceAttempted Refused = new(Id, new DateOnly(2026, 3, 6), ServiceFailure.Refused, "送达情况说明1号", Officer);

    public static readonly ServiceAttempted Unreachable = Refused with { Failure = ServiceFailure.Unreachable };

    public static readonly NoticeServed Noticed = new(
        Id, ServedOn, AnnouncedOn: null, ServiceMethod.Direct, "送达回证1号", Proposed.Facts!, Proposed.Grounds!, StatementPeriod, Officer);

    public static readonly StatementRecorded Answered = new(Id, StatementKind.Answered, new DateOnly(2026, 3, 11), "陈述1号", Officer);

    public static readonly ListingEntered Entered = new(Id, "鄂民列字〔2026〕1号", DecidedOn, "事实清楚", Approver);

    public static readonly ListingDropped Dropped = new(Id, "鄂民列字〔2026〕1号", DecidedOn, "事实清楚", Approver);

    public static readonly AppealId Appeal = new(new Guid("0199c0de-0000-7000-8000-00000000000a"));

    public static readonly ListingDisputed Disputed = new(Id, Appeal, Approver);

    public static readonly ListingDisputeSettled Settled = new(Id, Appeal, Approver);

    public static readonly ListingSuspended Suspended = new(Id, new(2026, 5, 1), new(2026, 6, 30), "鄂民中止字〔2026〕1号", "复议期间停止执行", Approver);

    public static readonly ListingResumed Resumed = new(Id, new(2026, 6, 1), "鄂民恢字〔2026〕1号", "复议维持", Approver);

    public static readonly ListingVaried Varied = new(
        Id, new(2026, 5, 1), new(2028, 5, 1), [Position.PersonInCharge], "鄂民变字〔2026〕1号", "责任较轻", Approver);

    public static readonly ListingWaived Waived = new(
        Id, new Guid("0199c0de-0000-7000-8000-00000000000b"), ["鄂尔多斯市某某协会"], new(2026, 5, 1), new(2027, 4, 30), "鄂民豁字〔2026〕1号", "换届", Approver);

    public static readonly WaiverWithdrawn Withdrawn = new(Id, Waived.WaiverId, new(2026, 6, 1), "鄂民豁撤字〔2026〕1号", "事由消失", Approver);

    public static readonly ListingRepaired Repaired = new(Id, new(2026, 6, 1), "鄂民修字〔2026〕1号", "已纠正", Approver);

    public static readonly ListingLapsed Lapsed = new(Id, new(2031, 3, 2), ["erdos-2018-4-2"], new ClerkId("lapse"));

    public static readonly ListingAnnulled Annulled = new(Id, "鄂民撤字〔2026〕1号", new DateOnly(2026, 6, 1), "认定有误", Approver);

    /// <summary>The state after that.</summary>
    public static Listing State(params IEvent[] facts) => new IEvent[] { Proposed, Noticed, Entered }.Concat(facts).Aggregate(Listing.Initial, Listing.Evolve);

    /// <summary>A listing in force, and what happened to it since.</summary>
    public static Scenario<Listing> InForce(params IEvent[] facts) => Given([Proposed, Noticed, Entered, .. facts]);

    public static Scenario<Listing> Given(params IEvent[] facts) => Scenario<Listing>.Given(Listing.Initial, Listing.Evolve, facts);
}
