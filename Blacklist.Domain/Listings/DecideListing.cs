using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>What the second person decides.</summary>
public enum ListingDecision
{
    /// <summary>列入.</summary>
    Enter,

    /// <summary>不予列入.</summary>
    Drop,
}

/// <summary>Decides on the proposal: to list or to drop. By someone else than the proposer, after the person could be heard.</summary>
public sealed record DecideListing(
    ListingDecision Decision, string DocumentNumber, DateOnly DecidedOn, string Reasons, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotNoticed = new("notice_not_served", "Nobody is listed without having been told.");

    public static readonly Refusal SamePerson = new("same_person_proposed", "Who proposed the listing cannot decide it.");

    public static readonly Refusal PeriodRunning = new(
        "statement_period_running", "The person may still answer: wait for the period to end, or record the answer or the waiver.");

    public static readonly Refusal BeforeNotice = new("decision_before_notice", "The decision cannot precede the notice.");

    public static readonly Refusal InFuture = new("decision_in_future", "The decision bears a date that has not come yet.");

    public static readonly Refusal DecisionAnnulled = new(
        "disposition_void", "The decision that names the person was annulled; the proposal can only be dropped.");

    public static readonly Refusal AlreadyDecided = new("listing_already_decided", "The listing was decided otherwise.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotNoticed, SamePerson, PeriodRunning, BeforeNotice, InFuture, DecisionAnnulled, AlreadyDecided];

    public static Outcome Decide(Listing listing, BannedOrganization organization, DecideListing command) => listing.Status switch
    {
        ListingStatus.InForce when command.Decision == ListingDecision.Enter => Outcome.Nothing,
        ListingStatus.Dropped when command.Decision == ListingDecision.Drop => Outcome.Nothing,
        ListingStatus.None => Outcome.Refuse(NotNoticed),
        ListingStatus.Proposed when command.Decision == ListingDecision.Enter => Outcome.Refuse(NotNoticed),
        not (ListingStatus.Proposed or ListingStatus.NoticeServed) => Outcome.Refuse(AlreadyDecided),
        _ => command.Check(listing, organization) is { } refusal ? Outcome.Refuse(refusal) : Outcome.Record(command.Fact(listing.Id)),
    };

    private Refusal? Check(Listing listing, BannedOrganization organization)
    {
        if (listing.ProposedBy == By)
        {
            return SamePerson;
        }

        if (DecidedOn < listing.NoticeGivenOn)
        {
            return BeforeNotice;
        }

        if (DecidedOn > Today)
        {
            return InFuture;
        }

        if (Decision == ListingDecision.Drop)
        {
            return null;
        }

        if (organization.Dispositions[listing.DispositionId].IsAnnulled)
        {
            return DecisionAnnulled;
        }

        var isHeard = DecidedOn >= listing.StatementReceivedOn; // who decided before did not know the answer
        return !isHeard && DecidedOn <= listing.Notice!.StatementPeriod.Due ? PeriodRunning : null;
    }

    private IEvent Fact(ListingId id) => Decision == ListingDecision.Enter
        ? new ListingEntered(id, DocumentNumber, DecidedOn, Reasons, By)
        : new ListingDropped(id, DocumentNumber, DecidedOn, Reasons, By);
}
