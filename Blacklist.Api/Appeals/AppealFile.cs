using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Appeals;

/// <summary>Everything that lies in the file of an appeal.</summary>
/// <param name="Statement">The person's own words; null for who may not read them, or when there are none.</param>
/// <param name="Due">Until when the next step of the authority is to be done; null when none is left.</param>
/// <param name="WorkingDaysLeft">After today until then, that day counted; below zero when it is past.</param>
/// <param name="AdmitBy">Until when it was to be admitted or rejected, and why until then.</param>
/// <param name="DecideBy">Until when it was to be decided, and why until then.</param>
/// <param name="HearingOn">The day of the hearing that is announced.</param>
/// <param name="Version">Send it as If-Match to decide on exactly this state.</param>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record AppealFile(
    Guid Id,
    string Number,
    AppealKind Kind,
    AppealChannel Channel,
    Guid ListingId,
    string Region,
    AppealStatus Status,
    DateOnly ReceivedOn,
    string Document,
    string? Statement,
    DateOnly? Due,
    int? WorkingDaysLeft,
    Deadline AdmitBy,
    DateOnly? AdmittedOn,
    Deadline? DecideBy,
    RejectionOfAppeal? Rejection,
    string? AssignedTo,
    IReadOnlyList<EvidenceOfAppeal> Evidence,
    DateOnly? HearingOn,
    IReadOnlyList<HearingOfAppeal> Hearings,
    DecisionOnAppeal? Decision,
    WithdrawalOfAppeal? Withdrawal,
    long Version)
{
    public static AppealFile Of(EventStream stream, Appeal appeal, string? words, AppealTerms terms, DateOnly today)
    {
        var facts = stream.Events.Select(envelope => envelope.Data).ToList();
        var filed = facts.OfType<AppealFiled>().First();
        return new AppealFile(
            appeal.Id.Value, appeal.Number, appeal.Kind, filed.Channel, appeal.ListingId.Value, appeal.Region.Value, appeal.Status, appeal.ReceivedOn,
            filed.Document, words, appeal.Due, appeal.Due is { } due ? terms.WorkingDaysLeft(today, due) : null, filed.AdmitBy, appeal.AdmittedOn, appeal.DecideBy,
            facts.OfType<AppealRejected>().Select(RejectionOfAppeal.Of).FirstOrDefault(), appeal.AssignedTo?.Value,
            [.. facts.OfType<AppealEvidenceRecorded>().Select(EvidenceOfAppeal.Of)], appeal.HearingOn,
            [.. facts.OfType<HearingRecorded>().Select(HearingOfAppeal.Of)],
            facts.OfType<AppealDecided>().Select(DecisionOnAppeal.Of).FirstOrDefault(),
            facts.OfType<AppealWithdrawn>().Select(WithdrawalOfAppeal.Of).FirstOrDefault(), stream.Version);
    }
}

internal sealed record RejectionOfAppeal(DateOnly RejectedOn, string DocumentNumber, string Reason, string By)
{
    public static RejectionOfAppeal Of(AppealRejected fact) => new(fact.RejectedOn, fact.DocumentNumber, fact.Reason, fact.By.Value);
}

internal sealed record EvidenceOfAppeal(Evidence Evidence, EvidenceFrom From, DateOnly ReceivedOn)
{
    public static EvidenceOfAppeal Of(AppealEvidenceRecorded fact) => new(fact.Evidence, fact.From, fact.ReceivedOn);
}

internal sealed record HearingOfAppeal(DateOnly HeldOn, bool Attended, string Record)
{
    public static HearingOfAppeal Of(HearingRecorded fact) => new(fact.HeldOn, fact.Attended, fact.Record);
}

internal sealed record DecisionOnAppeal(
    Remedy Remedy, DateOnly? EndsOn, IReadOnlyList<Position> Positions, string DocumentNumber, DateOnly DecidedOn, string Reasons, string By)
{
    public static DecisionOnAppeal Of(AppealDecided fact) => new(
        fact.Remedy, fact.EndsOn, fact.Positions, fact.DocumentNumber, fact.DecidedOn, fact.Reasons, fact.By.Value);
}

internal sealed record WithdrawalOfAppeal(DateOnly WithdrawnOn, string Document, string Reason)
{
    public static WithdrawalOfAppeal Of(AppealWithdrawn fact) => new(fact.WithdrawnOn, fact.Document, fact.Reason);
}
