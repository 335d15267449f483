using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;

namespace Blacklist.Domain.Appeals;

/// <summary>Decides the appeal. What it comes to is carried out on the listing at the same moment (<see cref="AppealConsequences"/>).</summary>
/// <param name="EndsOn">Of a variation: last day of any restriction.</param>
/// <param name="Positions">Of a variation: the positions that stay barred.</param>
public sealed record DecideAppeal(
    Remedy Remedy,
    DateOnly? EndsOn,
    IReadOnlyList<Position> Positions,
    string DocumentNumber,
    DateOnly DecidedOn,
    string Reasons,
    ClerkId By,
    DateOnly Today)
{
    public static readonly Refusal NotAssigned = new("appeal_not_assigned", "Only an appeal that is assigned can be decided.");

    public static readonly Refusal AnothersAppeal = new("appeal_assigned_to_another", "The appeal is assigned to somebody else.");

    public static readonly Refusal TookPart = new("decider_took_part_in_listing", "Who took part in the listing cannot decide the appeal against it.");

    public static readonly Refusal HearingAhead = new("hearing_not_recorded", "A hearing is announced: record it before the decision.");

    public static readonly Refusal RemedyForeign = new("remedy_not_of_this_kind", "An appeal of this kind cannot come to such a remedy.");

    public static readonly Refusal BeforeReceipt = new("decision_before_receipt", "The appeal cannot be decided before it was received.");

    public static readonly Refusal InFuture = new("decision_in_future", "The decision bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } =
        [NotAssigned, AnothersAppeal, TookPart, HearingAhead, RemedyForeign, BeforeReceipt, InFuture];

    public static Outcome Decide(Appeal appeal, Listing listing, DecideAppeal command) => appeal switch
    {
        { Status: AppealStatus.Decided } => Outcome.Nothing,
        { Status: not AppealStatus.Assigned } => Outcome.Refuse(NotAssigned),
        _ when appeal.AssignedTo != command.By => Outcome.Refuse(AnothersAppeal),
        _ when listing.Participants.Contains(command.By) => Outcome.Refuse(TookPart),
        { HearingOn: not null } => Outcome.Refuse(HearingAhead),
        _ when !appeal.Kind.CanComeTo(command.Remedy) => Outcome.Refuse(RemedyForeign),
        _ when command.DecidedOn < appeal.ReceivedOn => Outcome.Refuse(BeforeReceipt),
        _ when command.DecidedOn > command.Today => Outcome.Refuse(InFuture),
        _ => Outcome.Record(new AppealDecided(
            appeal.Id, command.Remedy, command.EndsOn, command.Positions, command.DocumentNumber, command.DecidedOn, command.Reasons, command.By)),
    };
}
