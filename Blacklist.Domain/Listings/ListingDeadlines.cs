using Blacklist.Domain.Deadlines;

namespace Blacklist.Domain.Listings;

/// <summary>What happens to a listing sets, meets and lifts its deadlines.</summary>
public static class ListingDeadlines
{
    public static readonly StreamDeadlines Of = new StreamDeadlines(Listing.Stream.Type)
        .On<ListingProposed>(e => DeadlineChange.In(e.Region))
        .On<NoticeServed>(e => DeadlineChange.Set(DeadlineKind.StatementPeriod, e.StatementUntil, warnFrom: e.StatementUntil))
        .On<StatementRecorded>(_ => DeadlineChange.Meet(DeadlineKind.StatementPeriod))
        .On<ListingEntered>(_ => DeadlineChange.Lift(DeadlineKind.StatementPeriod))
        .On<ListingDropped>(_ => DeadlineChange.LiftAll())
        .On<ListingAnnulled>(_ => DeadlineChange.LiftAll());
}
