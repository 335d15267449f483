using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Records that the last term of a listing is over. Its effect had ended by the dates; this is for who reads the file.</summary>
/// <param name="LastDay">The last day on which a rule of the catalogue restricted by it.</param>
/// <param name="Rules">The rules whose terms ran.</param>
public sealed record LapseListing(DateOnly LastDay, IReadOnlyList<string> Rules, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force lapses.");

    public static readonly Refusal TermRuns = new("term_still_runs", "The term is not over yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, TermRuns];

    public static Outcome Decide(Listing listing, LapseListing command) => listing switch
    {
        { Status: ListingStatus.Lapsed } => Outcome.Nothing,
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when command.Today <= command.LastDay => Outcome.Refuse(TermRuns),
        _ => Outcome.Record(new ListingLapsed(listing.Id, command.LastDay, command.Rules, command.By)),
    };
}
