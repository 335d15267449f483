using Blacklist.Api.Commands;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Rules;

namespace Blacklist.Api.Listings.InForce;

/// <summary>
/// Records of listings in force that their last term is over. It changes no answer, the dates had done that; so it may come late, and what moves
/// while it looks is left to the next turn.
/// </summary>
internal sealed class LapseJob(EventStore log, InForceRows inForce) : Job("lapse_listings", TimeSpan.FromHours(1))
{
    private const int PageSize = 1000;

    /// <summary>Enough to fill groups of the log, and few enough to leave connections to callers.</summary>
    private const int AtOnce = 16;

    public override async Task Run(JobTurn turn)
    {
        var today = LegalDate.At(turn.BeganAt);
        var stream = await log.Load(RuleCatalogue.StreamId);
        var rules = new Loaded<RuleCatalogue>(
            RuleCatalogue.Stream, stream.Id, stream.Version, stream.Fold(RuleCatalogue.Initial, RuleCatalogue.Evolve));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = turn.Ended };
        for (var page = await inForce.After(Guid.Empty, PageSize); page.Count > 0; page = await inForce.After(page[^1].Id, PageSize))
        {
            var over = page.Select(row => (Row: row, Term: TermOf(row, rules.State))).Where(one => one.Term?.LastDay < today);
            await Parallel.ForEachAsync(over, options, async (one, _) => await Lapse(turn, one.Row, one.Term!, rules, today));
        }
    }

    private static LastTerm? TermOf(ListingInForce row, RuleCatalogue rules) =>
        LastTerm.Of(rules.Rules, row.Disposition, row.Part, row.RegisteredAs, row.DispositionDate, row.EndsOn);

    /// <summary>The term was found for this version of the listing and these rules; on others nothing is stored.</summary>
    private async Task Lapse(JobTurn turn, ListingInForce row, LastTerm term, Loaded<RuleCatalogue> rules, DateOnly today)
    {
        var stream = await log.Load(row.Id);
        var listing = new Loaded<Listing>(Listing.Stream, row.Id, row.Version, stream.Fold(Listing.Initial, Listing.Evolve));
        var lapse = new LapseListing(term.LastDay, term.Rules, new ClerkId(turn.By), today);
        if (LapseListing.Decide(listing.State, lapse) is Outcome.Recorded { Events: { Count: > 0 } facts })
        {
            await turn.Append([listing.Append(facts), rules.Unmoved]);
        }
    }
}
