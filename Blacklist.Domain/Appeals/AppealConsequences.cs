using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Domain.Appeals;

/// <summary>What a fact about an appeal does to the listing, in the same append. Always by the listing's own commands, with their refusals.</summary>
public static class AppealConsequences
{
    /// <summary>What the listing's commands can say against a decision that is to be carried out.</summary>
    public static IReadOnlyList<Refusal> RefusalsOfDecision { get; } =
    [
        .. DecideListing.Refusals.Concat(AnnulListing.Refusals).Concat(VaryListing.Refusals).Concat(RepairListing.Refusals).DistinctBy(refusal => refusal.Code),
    ];

    /// <summary>A statement is the answer to the notice.</summary>
    public static Outcome OnFiled(Listing listing, AppealFiled fact) => fact.Kind == AppealKind.Statement
        ? RecordStatement.Decide(listing, new RecordStatement(StatementKind.Answered, fact.ReceivedOn, fact.Document, fact.By, Today: fact.ReceivedOn))
        : Outcome.Nothing;

    /// <summary>Every answer carries the mark, and the person's own words travel with it.</summary>
    public static Outcome OnAdmitted(Listing listing, Appeal appeal, AppealAdmitted fact) => All(
        listing,
        state => appeal.Kind.Disputes() ? DisputeListing.Decide(state, new DisputeListing(appeal.Id, fact.By)) : Outcome.Nothing,
        state => appeal.StatementId is { } words && state.WasAnnounced
            ? AttachStatement.Decide(state, new AttachStatement(appeal.Id, words, fact.By))
            : Outcome.Nothing);

    /// <summary>The remedy is carried out, the mark goes, and a suspension because the authority was late ends.</summary>
    public static Outcome OnDecided(Listing listing, BannedOrganization organization, Appeal appeal, AppealDecided fact, DateOnly today) => All(
        listing,
        state => Resume(state, appeal, fact.DecidedOn, fact.DocumentNumber, fact.Reasons, fact.By),
        state => CarryOut(state, organization, fact, today),
        state => SettleDispute.Decide(state, new SettleDispute(appeal.Id, fact.By)));

    /// <summary>The mark goes, and so does a suspension because the authority was late.</summary>
    public static Outcome OnWithdrawn(Listing listing, Appeal appeal, AppealWithdrawn fact) => All(
        listing,
        state => Resume(state, appeal, fact.WithdrawnOn, fact.Document, fact.Reason, fact.By),
        state => SettleDispute.Decide(state, new SettleDispute(appeal.Id, fact.By)));

    /// <summary>
    /// The authority is late with its decision: from the day after the term the effect rests until it decides, where the site's procedure says so.
    /// Once for an appeal, whoever resumed it since; and not on days on which it rests anyway.
    /// </summary>
    public static Outcome OnLate(Listing listing, Appeal appeal, string reason, ClerkId clock, DateOnly today)
    {
        if (listing.Status != ListingStatus.InForce || !appeal.IsPending || !appeal.Kind.Disputes() || appeal.DecideBy is not { } term || today <= term.Due)
        {
            return Outcome.Nothing;
        }

        var from = term.Due.AddDays(1);
        var next = listing.Changes.Suspensions.Where(other => other.From > from).Min(other => (DateOnly?)other.From);
        return listing.Changes.IsSuspendedOn(from) || listing.Changes.Suspensions.Exists(other => IsOf(other, appeal))
            ? Outcome.Nothing
            : SuspendListing.Decide(listing, new SuspendListing(from, next?.AddDays(-1), appeal.Number, reason, clock));
    }

    private static Outcome CarryOut(Listing listing, BannedOrganization organization, AppealDecided fact, DateOnly today) => fact.Remedy switch
    {
        Remedy.Drop => DecideListing.Decide(
            listing, organization, new DecideListing(ListingDecision.Drop, fact.DocumentNumber, fact.DecidedOn, fact.Reasons, fact.By, today)),
        Remedy.Annul => AnnulListing.Decide(listing, new AnnulListing(fact.DocumentNumber, fact.DecidedOn, fact.Reasons, fact.By, today)),
        Remedy.Vary => VaryListing.Decide(
            listing, new VaryListing(fact.DecidedOn, fact.EndsOn, fact.Positions, fact.DocumentNumber, fact.Reasons, fact.By, today)),
        Remedy.Repair => RepairListing.Decide(listing, new RepairListing(fact.DecidedOn, fact.DocumentNumber, fact.Reasons, fact.By, today)),
        _ => Outcome.Nothing,
    };

    /// <summary>A decision that bears a day of before the suspension ends it as if it had not been.</summary>
    private static Outcome Resume(Listing listing, Appeal appeal, DateOnly on, string document, string reason, ClerkId by) =>
        listing.Status == ListingStatus.InForce && listing.Changes.Suspensions.Find(suspension => IsOf(suspension, appeal)) is { } late
            && Latest(on, late.From) is var day && late.Covers(day)
            ? ResumeListing.Decide(listing, new ResumeListing(day, document, reason, by))
            : Outcome.Nothing;

    private static bool IsOf(Suspension suspension, Appeal appeal) => suspension.DocumentNumber == appeal.Number;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>One after the other, each on what the earlier ones made of the listing; the first refusal refuses all.</summary>
    private static Outcome All(Listing listing, params IEnumerable<Func<Listing, Outcome>> steps)
    {
        List<IEvent> facts = [];
        foreach (var step in steps)
        {
            var outcome = step(listing);
            if (outcome is not Outcome.Recorded recorded)
            {
                return outcome;
            }

            facts.AddRange(recorded.Events);
            listing = recorded.Events.Aggregate(listing, Listing.Evolve);
        }

        return Outcome.Record([.. facts]);
    }
}
