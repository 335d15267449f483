using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>Records that the notice reached the person, what it said, and until when they may answer.</summary>
/// <param name="ServedOn">The day from which it counts as served; for a public notice computed from the announcement.</param>
/// <param name="AnnouncedOn">The day of the announcement of a public notice, else null.</param>
/// <param name="Proof">Reference of the proof of service.</param>
/// <param name="Facts">What the notice says happened; null for what the proposal says.</param>
/// <param name="Grounds">Why the notice says the person is responsible; null for what the proposal says.</param>
/// <param name="StatementPeriod">Computed from the procedure's term and the calendar.</param>
public sealed record ServeNotice(
    DateOnly ServedOn,
    DateOnly? AnnouncedOn,
    ServiceMethod Method,
    string Proof,
    string? Facts,
    string? Grounds,
    Deadline StatementPeriod,
    ClerkId By,
    DateOnly Today)
{
    public static readonly Refusal NotProposed = new("listing_not_proposed", "A notice is served on a proposed listing only.");

    public static readonly Refusal BeforeDecision = new("notice_before_disposition", "The notice cannot precede the decision on the organization.");

    public static readonly Refusal InFuture = new("notice_in_future", "The notice bears a date that has not come yet.");

    public static readonly Refusal SaysNothing = new(
        "notice_without_facts_and_grounds", "The notice tells facts and grounds: give them here or in the proposal.");

    public static readonly Refusal NotRefused = new("service_not_refused", "Only who refused to take the notice is served by lien: record that attempt first.");

    public static readonly Refusal NotUnreachable = new(
        "person_not_unreachable", "Only who cannot be reached is served by public notice: record that attempt first.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotProposed, BeforeDecision, InFuture, SaysNothing, NotRefused, NotUnreachable];

    private DateOnly Acted => AnnouncedOn ?? ServedOn;

    public static Outcome Decide(Listing listing, ServeNotice command) => listing switch
    {
        { Status: ListingStatus.NoticeServed } when listing.Notice!.ServedOn == command.ServedOn => Outcome.Nothing,
        { Status: not ListingStatus.Proposed } => Outcome.Refuse(NotProposed),
        _ when command.Check(listing) is { } refusal => Outcome.Refuse(refusal),
        _ => Outcome.Record(new NoticeServed(
            listing.Id, command.ServedOn, command.AnnouncedOn, command.Method, command.Proof, command.Facts ?? listing.Facts!,
            command.Grounds ?? listing.Grounds!, command.StatementPeriod, command.By)),
    };

    private Refusal? Check(Listing listing) => Method switch
    {
        _ when Acted < listing.DispositionDate => BeforeDecision,
        _ when Acted > Today => InFuture,
        _ when (Facts ?? listing.Facts) is null || (Grounds ?? listing.Grounds) is null => SaysNothing,
        ServiceMethod.Lien when !Follows(listing.FailedService, ServiceFailure.Refused) => NotRefused,
        ServiceMethod.PublicNotice when !Follows(listing.FailedService, ServiceFailure.Unreachable) => NotUnreachable,
        _ => null,
    };

    private bool Follows(ServiceAttempted? attempt, ServiceFailure failure) => attempt?.Failure == failure && attempt.AttemptedOn <= Acted;
}
