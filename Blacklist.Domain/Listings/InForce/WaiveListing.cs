using Blacklist.Domain.Kernel;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Lets the person found or lead the named organizations in spite of the listing, with document and reason.</summary>
/// <param name="Organizations">The names for which the listing does not bar; at least one.</param>
/// <param name="Until">Last day; null as long as the listing lasts.</param>
public sealed record WaiveListing(
    Guid WaiverId, IReadOnlyList<OrganizationName> Organizations, DateOnly From, DateOnly? Until, string DocumentNumber, string Reason, ClerkId By)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force can be waived.");

    public static readonly Refusal NobodyNamed = new("waiver_without_organization", "A waiver names the organizations it is for.");

    public static readonly Refusal BeforeDecision = new("waiver_before_decision", "A waiver cannot begin before the listing was decided.");

    public static readonly Refusal EndsBeforeItBegins = new("waiver_ends_before_it_begins", "The waiver ends before it begins.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, NobodyNamed, BeforeDecision, EndsBeforeItBegins];

    public static Outcome Decide(Listing listing, WaiveListing command) => listing switch
    {
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when command.Organizations.Count == 0 => Outcome.Refuse(NobodyNamed),
        _ when listing.Changes.Waivers.Exists(command.IsSame) => Outcome.Nothing,
        _ when command.From < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.Until < command.From => Outcome.Refuse(EndsBeforeItBegins),
        _ => Outcome.Record(new ListingWaived(
            listing.Id, command.WaiverId, [.. command.Organizations.Select(name => name.Original)], command.From, command.Until,
            command.DocumentNumber, command.Reason, command.By)),
    };

    /// <summary>The waiver as the listing has it, from this command or from the same one before.</summary>
    public Waiver? Given(Listing listing) => listing.Changes.Waivers.Find(IsSame);

    private bool IsSame(Waiver given) =>
        given.From == From && given.Until == Until && Sequences.Same(given.Organizations, Organizations);
}
