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

    public static readonly Refusal TermsForeign = new(
        "terms_only_with_variation", "An end and the positions that stay barred are stated for a variation only.");

    public static readonly Refusal BeforeAdmission = new("decision_before_admission", "The appeal cannot be decided before it was admitted.");

    public static readonly Refusal BeforeHearing = new("decision_before_hearing", "The appeal cannot be decided before the person was heard.");

    public static readonly Refusal InFuture = new("decision_in_future", "The decision bears a date that has not come yet.");

    public static IReadOnlyList<Refusal> Refusals { get; } =
    [
        NotAssigned, AnothersAppeal, TookPart, HearingAhead, RemedyForeign, TermsForeign, BeforeAdmission, BeforeHearing, InFuture,
    ];

    public static Outcome Decide(Appeal appeal, Listing listing, DecideAppeal command) => appeal switch
    {
        { Status: AppealStatus.Decided } => Outcome.Nothing,
        { Status: not AppealStatus.Assigned } => Outcome.Refuse(NotAssigned),
        _ when appeal.AssignedTo != command.By => Outcome.Refuse(AnothersAppeal),
        _ when listing.Participants.Contains(command.By) => Outcome.Refuse(TookPart),
        _ when command.Check(appeal) is { } refusal => Outcome.Refuse(refusal),
        _ => Outcome.Record(new AppealDecided(
            appeal.Id, command.Remedy, command.EndsOn, command.Positions, command.DocumentNumber, command.DecidedOn, command.Reasons, command.By)),
    };

    private Refusal? Check(Appeal appeal) => appeal switch
    {
        { HearingOn: not null } => HearingAhead,
        _ when !appeal.Kind.CanComeTo(Remedy) => RemedyForeign,
        _ when Remedy != Remedy.Vary && (EndsOn is not null || Positions.Count > 0) => TermsForeign,
        _ when DecidedOn < appeal.AdmittedOn => BeforeAdmission,
        _ when appeal.Heard.Exists(day => DecidedOn < day) => BeforeHearing,
        _ when DecidedOn > Today => InFuture,
        _ => null,
    };
}
