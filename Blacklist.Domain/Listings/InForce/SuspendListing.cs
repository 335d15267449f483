using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Lets the effect of a listing in force rest, with document and reason: during reconsideration or litigation, say.</summary>
/// <param name="From">First day without effect.</param>
/// <param name="Until">Last day without effect; null until it is resumed.</param>
public sealed record SuspendListing(DateOnly From, DateOnly? Until, string DocumentNumber, string Reason, ClerkId By)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force can be suspended.");

    public static readonly Refusal BeforeDecision = new("suspension_before_decision", "The effect cannot rest before the listing was decided.");

    public static readonly Refusal EndsBeforeItBegins = new("suspension_ends_before_it_begins", "The suspension ends before it begins.");

    public static readonly Refusal Overlaps = new("suspension_overlaps", "The effect rests already on some of these days; end that suspension first.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, BeforeDecision, EndsBeforeItBegins, Overlaps];

    public static Outcome Decide(Listing listing, SuspendListing command) => listing switch
    {
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when listing.Changes.Suspensions.Contains(new Suspension(command.From, command.Until, command.DocumentNumber)) => Outcome.Nothing,
        _ when command.From < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.Until < command.From => Outcome.Refuse(EndsBeforeItBegins),
        _ when listing.Changes.Suspensions.Exists(command.Meets) => Outcome.Refuse(Overlaps),
        _ => Outcome.Record(new ListingSuspended(
            listing.Id, command.From, command.Until, command.DocumentNumber, command.Reason, command.By)),
    };

    private bool Meets(Suspension other) =>
        !other.IsEmpty && (other.Until is not { } end || From <= end) && (Until is not { } until || other.From <= until);
}
