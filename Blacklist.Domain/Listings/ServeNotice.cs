using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>Records that the notice reached the person, and until when they may answer.</summary>
/// <param name="Proof">Reference of the proof of service.</param>
/// <param name="StatementUntil">Last day of the statement period, computed from the procedure's term and the calendar.</param>
public sealed record ServeNotice(
    DateOnly ServedOn, ServiceMethod Method, string Proof, DateOnly StatementUntil, string CalendarVersion, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotProposed = new("listing_not_proposed", "A notice is served on a proposed listing only.");

    public static readonly Refusal BeforeDecision = new("notice_before_disposition", "The notice cannot precede the decision on the organization.");

    public static readonly Refusal InFuture = new("notice_in_future", "The notice bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotProposed, BeforeDecision, InFuture];

    public static Outcome Decide(Listing listing, ServeNotice command) => listing.Status switch
    {
        ListingStatus.NoticeServed when listing.NoticeServedOn == command.ServedOn => Outcome.Nothing,
        not ListingStatus.Proposed => Outcome.Refuse(NotProposed),
        _ when command.ServedOn < listing.DispositionDate => Outcome.Refuse(BeforeDecision),
        _ when command.ServedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new NoticeServed(
            listing.Id, command.ServedOn, command.Method, command.Proof, command.StatementUntil, command.CalendarVersion, command.By)),
    };
}
