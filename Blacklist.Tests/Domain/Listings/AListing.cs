using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
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

    public static readonly ListingProposed Proposed = new(
        Id, "150602-2026-000001", AnOrganization.Id, AnOrganization.ChairPerson, AnOrganization.ChairNamed.Part,
        AnOrganization.ChairNamed.IdentifiedBy, AnOrganization.BanId,
        AnOrganization.Banned.Kind, AnOrganization.BannedOn, AnOrganization.Banned.DocumentNumber, RegisteredAs: null, AnOrganization.Ordos, Facts: null, Officer);

    public static readonly NoticeServed Noticed = new(Id, ServedOn, ServiceMethod.Direct, "送达回证1号", StatementUntil, "test", Officer);

    public static readonly StatementRecorded Answered = new(Id, StatementKind.Answered, new DateOnly(2026, 3, 11), "陈述1号", Officer);

    public static readonly ListingEntered Entered = new(Id, "鄂民列字〔2026〕1号", DecidedOn, "事实清楚", Approver);

    public static readonly ListingDropped Dropped = new(Id, "鄂民列字〔2026〕1号", DecidedOn, "事实清楚", Approver);

    public static readonly ListingAnnulled Annulled = new(Id, "鄂民撤字〔2026〕1号", new DateOnly(2026, 6, 1), "认定有误", Approver);

    public static Scenario<Listing> Given(params IEvent[] facts) => Scenario<Listing>.Given(Listing.Initial, Listing.Evolve, facts);
}
