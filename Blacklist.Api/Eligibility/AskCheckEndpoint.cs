using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Lane;
using Blacklist.Api.Eligibility.Reading;
using Blacklist.Api.Eligibility.Receipts;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Limits;
using Blacklist.Api.Vault;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Eligibility;

internal static class AskCheckEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder checks) => checks.MapPost("/", Handle)
        .Summary("May these persons found, or lead, this organization?",
            """
            One application, 1–200 applicants. `restricted` rests on a matching document, a compatible name, a listing in force and a rule;
            anything less is `review` and for a human. Each answer is recorded before it is given, with a receipt that proves it offline. An error is never a verdict.
            """)
        .Example("""
            { "applicationReference": "150600-2026-S-0012", "purpose": "registration",
              "organization": { "name": "鄂尔多斯市某某协会", "kind": "socialAssociation", "charitable": false, "region": "150602" },
              "applicants": [ { "name": "张三", "position": "founder", "birthDate": null, "sex": null,
                                "documents": [ { "type": "residentId", "number": "70000019851231003X" } ] } ] }
            """)
        .Answers<EligibilityCheckResponse>(StatusCodes.Status200OK).OrAnswers<PartnerCheckResponse>()
        .Rejects([.. FreeText.Refusals, .. PersonRequest.Refusals, RegionCode.Format])
        .Problems(ProblemKinds.Overloaded, ProblemKinds.NodeOutOfService, ProblemKinds.DailyBudgetSpent);

    public static async Task<IResult> Handle(
        QuestionBody body, Caller caller, IdempotencyKey? key, CheckLane lane, IdentityVault vault, SubjectKeys subjects, DisclosedStatements statements,
        OracleGuard guard, TimeProvider time)
    {
        if (lane.IsOverloaded)
        {
            return Problems.Overloaded();
        }

        var fields = new FieldErrors();
        if (body.Value.Read(fields, LegalDate.At(time.GetUtcNow())) is not { } question)
        {
            return guard.Rejects(caller, fields);
        }

        if (!caller.Covers(question.Organization.Region) || !caller.MayAskFor(EnumWords.Of(question.Purpose)))
        {
            return Problems.Forbidden();
        }

        using var asked = guard.Ask(caller, GuessedAbout.Of(question));
        if (asked.Refusal is { } refusal)
        {
            return refusal;
        }

        var id = Guid.CreateVersion7();
        var check = new PendingCheck(
            id, caller.Subject, question, vault.SealBlob(body.Bytes.Span, id.ToByteArray()), subjects.IdentitiesOf(question),
            key is null ? null : vault.Mac(key.Value), key is null ? null : vault.Mac(body.Bytes.Span), AskedAbout.Commit(question, body.Bytes.Span))
        {
            Tier = Disclosures.OfCheck(caller),
        };
        var outcome = await lane.Ask(check);
        if (outcome is CheckOutcome.Recorded { Given.Content: var content } && ReferenceEquals(content, check.Leaf)) // else it was answered before, under the key
        {
            asked.Keep();
        }

        return outcome switch
        {
            CheckOutcome.Recorded recorded => new Answer(StatusCodes.Status200OK, await statements.Beside(recorded.Given, caller, CancellationToken.None)),
            CheckOutcome.Overloaded => Problems.Overloaded(),
            _ => Problems.IdempotencyKeyReused(),
        };
    }
}
