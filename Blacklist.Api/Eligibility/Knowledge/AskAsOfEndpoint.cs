using Blacklist.Api.Audit;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Limits;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility.Knowledge;

/// <param name="EffectiveOn">Asia/Shanghai date for which the answer is to hold.</param>
/// <param name="KnownAt">What the registry knew at this instant; or give <paramref name="LogPosition"/>.</param>
/// <param name="LogPosition">What it knew at this position of its log, as answers state it.</param>
internal sealed record AskAsOfRequest(
    string ApplicationReference,
    CheckPurpose Purpose,
    OrganizationRequest Organization,
    IReadOnlyList<ApplicantRequest> Applicants,
    DateOnly EffectiveOn,
    DateTimeOffset? KnownAt = null,
    long? LogPosition = null)
{
    public EligibilityCheckRequest Question => new(ApplicationReference, Purpose, Organization, Applicants);
}

internal static class AskAsOfEndpoint
{
    public static readonly Refusal OneMoment = new("as_of_needs_one_moment", "State either knownAt or logPosition, and not both.");

    public static readonly Refusal InFuture = new("moment_in_future", "That moment has not come yet.");

    public static readonly Refusal BeforeRegistry = new("moment_before_registry", "At that moment the registry knew nothing yet.");

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder checks) => checks.MapPost("/as-of", Handle)
        .Summary("What did the registry know then about effect on a day?",
            """
            The question of a check, answered from the log as it stood at an instant or at a position, for the date `effectiveOn`. At the `logPosition` and
            `effectiveOn` of a recorded check it is that check's answer. It is a reading: no check is recorded, there is never a receipt, and nobody
            may be registered or refused on it.
            """)
        .Example("""
            { "applicationReference": "150600-2026-S-0012", "purpose": "registration",
              "organization": { "name": "鄂尔多斯市某某协会", "kind": "socialAssociation", "charitable": false, "region": "150602" },
              "applicants": [ { "name": "张三", "position": "founder", "documents": [ { "type": "residentId", "number": "70000019851231003X" } ] } ],
              "effectiveOn": "2026-11-20", "logPosition": 40 }
            """)
        .Answers<AsOfResponse>(StatusCodes.Status200OK).OrAnswers<PartnerAsOfResponse>()
        .Rejects([.. FreeText.Refusals, .. PersonRequest.Refusals, RegionCode.Format, OneMoment, InFuture, BeforeRegistry])
        .Problems(ProblemKinds.NodeOutOfService, ProblemKinds.DailyBudgetSpent);

    public static async Task<IResult> Handle(Body<AskAsOfRequest> body, Caller caller, EventStore log, RegistryPast past, AuditNote note, OracleGuard guard)
    {
        var fields = new FieldErrors();
        var asked = body.Value;
        var question = asked.Question.Read(fields, DateOnly.MaxValue);
        fields.Range<DateOnly>("effectiveOn", asked.EffectiveOn, DateOnly.MinValue, LastDay);
        var position = await Position(asked, fields, log);
        if (question is null || fields.Any)
        {
            return guard.Rejects(caller, fields);
        }

        if (!caller.Covers(question.Organization.Region))
        {
            return Problems.Forbidden();
        }

        using var counted = guard.Ask(caller, GuessedAbout.Of(question));
        if (counted.Refusal is { } refusal)
        {
            return refusal;
        }

        note.For(EnumWords.Of(question.Purpose), question.ApplicationReference);
        note.About(question.Applicants.Count);
        var reading = await past.Open(position);
        var answers = await reading.Answer([new PastQuestion(question, position, asked.EffectiveOn)]);
        counted.Keep();
        return new Answer(StatusCodes.Status200OK, AnswerJson.WriteAsOf(position, answers[0], Disclosures.OfCheck(caller)));
    }

    /// <summary>Terms that begin then still end on a day that there is.</summary>
    private static readonly DateOnly LastDay = new(2999, 12, 31);

    private static async Task<long> Position(AskAsOfRequest asked, FieldErrors fields, EventStore log)
    {
        var (field, position) = asked switch
        {
            { KnownAt: { } instant, LogPosition: null } => ("knownAt", await log.PositionAt(instant)),
            { KnownAt: null, LogPosition: { } stated } => ("logPosition", stated <= await log.Position() ? stated : null),
            _ => ("", (long?)0),
        };
        if (field.Length == 0 || position is null or < 1)
        {
            fields.Add(field.Length == 0 ? "knownAt" : field, field.Length == 0 ? OneMoment : position is null ? InFuture : BeforeRegistry);
        }

        return position ?? 0;
    }
}

/// <summary>What the registry knew at <paramref name="LogPosition"/>, for <paramref name="EffectiveOn"/>. Not a check.</summary>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record AsOfResponse(
    Verdict Verdict,
    DateOnly EffectiveOn,
    long LogPosition,
    int RuleSetVersion,
    OrganizationResponse Organization,
    IReadOnlyList<ApplicantResponse> Applicants);

/// <summary>The same for who does not register organizations.</summary>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record PartnerAsOfResponse(
    Verdict Verdict,
    DateOnly EffectiveOn,
    long LogPosition,
    int RuleSetVersion,
    OrganizationResponse Organization,
    IReadOnlyList<PartnerApplicantResponse> Applicants);
