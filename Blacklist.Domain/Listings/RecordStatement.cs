using Blacklist.Domain.Kernel;

namespace Blacklist.Domain.Listings;

/// <summary>Records that the person answered the notice, or waived the right to. Who waived it may still answer; who answered was heard.</summary>
/// <param name="Document">Reference of the paper; the words themselves stay out of the log.</param>
public sealed record RecordStatement(StatementKind Kind, DateOnly ReceivedOn, string Document, ClerkId By, DateOnly Today)
{
    public static readonly Refusal NotNoticed = new("notice_not_served", "There is no notice to answer.");

    public static readonly Refusal BeforeNotice = new("statement_before_notice", "The statement cannot precede the notice.");

    public static readonly Refusal HasAnswered = new("statement_already_answered", "The person has answered: an answer is not made a waiver.");

    public static readonly Refusal InFuture = new("statement_in_future", "The statement bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotNoticed, HasAnswered, BeforeNotice, InFuture];

    public static Outcome Decide(Listing listing, RecordStatement command) => listing switch
    {
        { Status: not ListingStatus.NoticeServed } => Outcome.Refuse(NotNoticed),
        _ when listing.Statement == command.Kind => Outcome.Nothing,
        { Statement: StatementKind.Answered } => Outcome.Refuse(HasAnswered),
        _ when command.ReceivedOn < listing.NoticeGivenOn => Outcome.Refuse(BeforeNotice),
        _ when command.ReceivedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new StatementRecorded(listing.Id, command.Kind, command.ReceivedOn, command.Document, command.By)),
    };
}
