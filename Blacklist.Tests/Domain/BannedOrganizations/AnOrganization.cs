using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Regions;

namespace Blacklist.Tests.Domain.BannedOrganizations;

/// <summary>One organization and what happens to it, for the specs.</summary>
internal static class AnOrganization
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly DateOnly BannedOn = new(2026, 3, 2);
    public static readonly BannedOrganizationId Id = new(new Guid("0a000000-0000-7000-8000-000000000001"));
    public static readonly Guid BanId = new("0a000000-0000-7000-8000-000000000002");
    public static readonly Guid ChairId = new("0a000000-0000-7000-8000-000000000003");
    public static readonly PersonId ChairPerson = new(new Guid("0a000000-0000-7000-8000-000000000004"));
    public static readonly RegionCode Ordos = RegionCode.Parse("150602").Value!;
    public static readonly ClerkId Officer = new("officer");
    public static readonly ClerkId Approver = new("approver");

    public static readonly BannedOrganizationRecorded Recorded = new(
        Id, "某某研究会", [], CreditCode: null, UnlawfulKind.Unregistered, RegisteredAs: null, CampaignCategory: 4, Ordos, Activities: null, Source: null);

    public static readonly DispositionRecorded Banned = new(
        Id, BanId, DispositionKind.Banned, "鄂民取字〔2026〕1号", BannedOn, "鄂尔多斯市民政局", Grounds: null);

    public static readonly ResponsiblePersonNamed ChairNamed = new(Id, ChairId, BanId, ChairPerson, Part.PersonInCharge, IdentifiedBy.Document);

    public static readonly DispositionAnnulled BanAnnulled = new(Id, BanId, "鄂行复〔2026〕9号", new DateOnly(2026, 9, 1), "复议撤销", Approver);

    public static readonly DispositionPublished BanPublished = new(Id, BanId, "鄂民告〔2026〕2号", new DateOnly(2026, 3, 9), Officer);

    /// <summary>Three working days after the annulment of Tuesday, 1 September 2026.</summary>
    public static readonly Deadline WithdrawBy = new(
        BanAnnulled.AnnulledOn, Period.OfWorkingDays(3), new DateOnly(2026, 9, 4), Skipped: [], MakeUpDays: [], "2026");

    public static readonly WithdrawalDemanded AnnulmentDemands = new(
        Id, BanId, WithdrawalCause.Annulled, BanAnnulled.DocumentNumber, BanAnnulled.AnnulledOn, BanAnnulled.Reason, WithdrawBy, Approver);

    public static readonly PublicationWithdrawn BanWithdrawn = new(Id, BanId, new DateOnly(2026, 9, 3), "原决定经行政复议撤销", Officer);

    public static Scenario<BannedOrganization> Given(params IEvent[] facts) =>
        Scenario<BannedOrganization>.Given(BannedOrganization.Initial, BannedOrganization.Evolve, facts);

    public static BannedOrganization After(params IEvent[] facts) => facts.Aggregate(BannedOrganization.Initial, BannedOrganization.Evolve);
}
