using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings.InForce;

/// <summary>Ends a suspension before its last day: from the day on the listing has its effect again.</summary>
public sealed record ResumeListing(DateOnly ResumedOn, string DocumentNumber, string Reason, ClerkId By)
{
    public static readonly Refusal NotInForce = new("listing_not_in_force", "Only a listing in force can have its effect again.");

    public static readonly Refusal NotSuspended = new("listing_not_suspended", "The effect does not rest on that day.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotInForce, NotSuspended];

    public static Outcome Decide(Listing listing, ResumeListing command) => listing switch
    {
        { Status: not ListingStatus.InForce } => Outcome.Refuse(NotInForce),
        _ when listing.Changes.IsSuspendedOn(command.ResumedOn) => Outcome.Record(new ListingResumed(
            listing.Id, command.ResumedOn, command.DocumentNumber, command.Reason, command.By)),
        _ when listing.Changes.Suspensions.Exists(suspension => suspension.Until?.DayNumber == command.ResumedOn.DayNumber - 1) => Outcome.Nothing,
        _ => Outcome.Refuse(NotSuspended),
    };
}
