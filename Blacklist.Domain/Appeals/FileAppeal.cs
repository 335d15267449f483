using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Domain.Appeals;

/// <summary>Takes in what the person raises, through the office, by post or online. A statement at once counts as the answer to the notice.</summary>
/// <param name="Number">Number of the appeal, region–year–sequence.</param>
/// <param name="StatementId">Under which the vault keeps the person's own words; null when there are none.</param>
/// <param name="AdmitBy">Computed from the procedure's term and the calendar.</param>
/// <param name="WarnFrom">The day from which it is told that this comes near.</param>
public sealed record FileAppeal(
    AppealId Id,
    string Number,
    AppealKind Kind,
    AppealChannel Channel,
    DateOnly ReceivedOn,
    string Document,
    Guid? StatementId,
    Deadline AdmitBy,
    DateOnly WarnFrom,
    ClerkId By,
    DateOnly Today)
{
    public static readonly Refusal NotAnswerable = new(
        "no_notice_to_answer", "A statement answers a notice that was served and not yet decided on.");

    public static readonly Refusal NothingToContest = new(
        "no_listing_to_contest", "Only a listing that was decided can be contested or repaired; a proposal is answered by a statement.");

    public static readonly Refusal BeforeNotice = new("appeal_before_notice", "The appeal cannot precede the notice.");

    public static readonly Refusal BeforeDecision = new("appeal_before_decision", "What was decided cannot be contested before the decision.");

    public static readonly Refusal InFuture = new("appeal_in_future", "The appeal bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } = [NotAnswerable, NothingToContest, BeforeNotice, BeforeDecision, InFuture];

    public static Outcome Decide(Appeal appeal, Listing listing, FileAppeal command) => command.Kind switch
    {
        _ when appeal.Status != AppealStatus.None => Outcome.Nothing,
        AppealKind.Statement when listing.Status != ListingStatus.NoticeServed => Outcome.Refuse(NotAnswerable),
        AppealKind.CreditRepair when listing.Status != ListingStatus.InForce => Outcome.Refuse(NothingToContest),
        not AppealKind.Statement when !listing.WasEntered => Outcome.Refuse(NothingToContest),
        AppealKind.Statement when command.ReceivedOn < listing.NoticeGivenOn => Outcome.Refuse(BeforeNotice),
        not AppealKind.Statement when command.ReceivedOn < listing.DecidedOn => Outcome.Refuse(BeforeDecision),
        _ when command.ReceivedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new AppealFiled(
            command.Id, command.Number, command.Kind, listing.Id, listing.Region, command.Channel, command.ReceivedOn, command.Document,
            command.StatementId, command.AdmitBy, command.WarnFrom, command.By)),
    };
}
