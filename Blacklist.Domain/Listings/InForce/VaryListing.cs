using Blacklist.Domain.Kernel;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Narrows what a listing restricts: until an earlier day, or from fewer positions. More than was told in the notice needs a new listing.</summary>
/// <param name="EffectiveOn">First day on which the narrower effect holds.</param>
/// <param name="EndsOn">Last day of any restriction; null leaves the rules' terms.</param>
/// <param name="Positions">Positions that stay barred; an empty list leaves them all.</param>
public sealed record VaryListing(
    DateOnly EffectiveOn, DateOnly? EndsOn, IReadOnlyList<Position> Positions, string DocumentNumber, string Reason, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force can be varied.");

    public static readonly Refusal ChangesNothing = new("variation_without_content", "State an earlier end, or the positions that stay barred.");

    public static readonly Refusal BeforeDecision = new("variation_before_decision", "A listing cannot be varied from a day before it was decided.");

    public static readonly Refusal InFuture = new("variation_in_future", "The variation takes effect on a day that has not come yet.");

    public static readonly Refusal EndsBeforeItBegins = new(
        "variation_ends_before_it_begins", "The variation ends the restriction before it takes effect: that is a repair or an annulment.");

    public static readonly Refusal ToDetriment = new(
        "variation_to_detriment", "A variation only narrows: a later end or further positions than now need a new notice and decision.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, ChangesNothing, BeforeDecision, InFuture, EndsBeforeItBegins, ToDetriment];

    public static Outcome Decide(Listing listing, VaryListing command) => listing switch
    {
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when command is { EndsOn: null, Positions: [] } => Outcome.Refuse(ChangesNothing),
        _ when command.EffectiveOn < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.EffectiveOn > command.Today => Outcome.Refuse(InFuture),
        _ when command.EndsOn < command.EffectiveOn => Outcome.Refuse(EndsBeforeItBegins),
        _ when listing.Changes.Variations.Exists(command.IsSame) => Outcome.Nothing,
        _ when command.Widens(listing.Changes) => Outcome.Refuse(ToDetriment),
        _ => Outcome.Record(new ListingVaried(
            listing.Id, command.EffectiveOn, command.EndsOn, command.Positions, command.DocumentNumber, command.Reason, command.By)),
    };

    private bool IsSame(Variation made) =>
        made.EffectiveOn == EffectiveOn && made.EndsOn == EndsOn && Sequences.Same(made.Positions, Positions);

    private bool Widens(ListingChanges changes) =>
        EndsOn > changes.EndsOn(EffectiveOn) || Positions.Any(position => !changes.Bars(position, EffectiveOn));
}
