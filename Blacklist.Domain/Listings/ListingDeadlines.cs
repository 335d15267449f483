using Blacklist.Domain.Deadlines;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Domain.Listings;

/// <summary>What happens to a listing sets, meets and lifts its deadlines.</summary>
public static class ListingDeadlines
{
    public static readonly StreamDeadlines Of = new StreamDeadlines(Listing.Stream.Type)
        .On<ListingProposed>(e => DeadlineChange.In(e.Region))
        .On<NoticeServed>(e => DeadlineChange.Set(DeadlineKind.StatementPeriod, e.StatementPeriod, warnFrom: e.StatementPeriod.Due))
        .On<StatementRecorded>(_ => DeadlineChange.Meet(DeadlineKind.StatementPeriod))
        .On<ListingEntered>(_ => DeadlineChange.Lift(DeadlineKind.StatementPeriod))
        .On<ListingSuspended>(e => e.Until is { } last
            ? DeadlineChange.Set(DeadlineKind.SuspensionEnd, last, warnFrom: last)
            : DeadlineChange.Lift(DeadlineKind.SuspensionEnd))
        .On<ListingResumed>(_ => DeadlineChange.Lift(DeadlineKind.SuspensionEnd))
        .On<ListingRepaired>(_ => DeadlineChange.LiftAll())
        .On<ListingDropped>(_ => DeadlineChange.LiftAll())
        .On<ListingLapsed>(_ => DeadlineChange.LiftAll())
        .On<ListingAnnulled>(_ => DeadlineChange.LiftAll());
}
