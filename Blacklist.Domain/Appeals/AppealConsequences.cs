using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Domain.Appeals;

/// <summary>What a fact about an appeal does to the listing, in the same append. Always by the listing's own commands, with their refusals.</summary>
public static class AppealConsequences
{
    /// <summary>A statement is the answer to the notice.</summary>
    public static Outcome OnFiled(Listing listing, AppealFiled fact) => fact.Kind == AppealKind.Statement
        ? RecordStatement.Decide(listing, new RecordStatement(StatementKind.Answered, fact.ReceivedOn, fact.Document, fact.By, Today: fact.ReceivedOn))
        : Outcome.Nothing;

    /// <summary>Every answer carries the mark, and the person's own words travel with it.</summary>
    public static Outcome OnAdmitted(Listing listing, Appeal appeal, AppealAdmitted fact) => All(
        listing,
        state => appeal.Kind.Disputes() ? DisputeListing.Decide(state, new DisputeListing(appeal.Id, fact.By)) : Outcome.Nothing,
        state => appeal.StatementId is { } words && state.WasEntered
            ? AttachStatement.Decide(state, new AttachStatement(appeal.Id, words, fact.By))
            : Outcome.Nothing);

    /// <summary>The remedy is carried out, the mark goes, and a suspension because the authority was late ends.</summary>
    public static Outcome OnDecided(Listing listing, BannedOrganization organization, Appeal appeal, AppealDecided fact, DateOnly today) => All(
        listing,
        state => Resume(state, appeal, fact),
        state => CarryOut(state, organization, fact, today),
        state => SettleDispute.Decide(state, new SettleDispute(appeal.Id, fact.By)));

    public static Outcome OnWithdrawn(Listing listing, Appeal appeal, AppealWithdrawn fact) =>
        SettleDispute.Decide(listing, new SettleDispute(appeal.Id, fact.By));

    /// <summary>The authority is late with its decision: the effect rests until it decides, where the site's procedure says so.</summary>
    /// <param name="from">The first day after the term for deciding.</param>
    public static Outcome OnLate(Listing listing, Appeal appeal, DateOnly from, string reason, ClerkId clock) =>
        listing.Status == ListingStatus.InForce && appeal.IsPending && appeal.Kind.Disputes() && !listing.Changes.IsSuspendedOn(from)
            ? SuspendListing.Decide(listing, new SuspendListing(from, Until: null, appeal.Number, reason, clock))
            : Outcome.Nothing;

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

    private static Outcome Resume(Listing listing, Appeal appeal, AppealDecided fact) =>
        listing.Changes.Suspensions.Exists(suspension => suspension.DocumentNumber == appeal.Number && suspension.Covers(fact.DecidedOn))
            ? ResumeListing.Decide(listing, new ResumeListing(fact.DecidedOn, fact.DocumentNumber, fact.Reasons, fact.By))
            : Outcome.Nothing;

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
