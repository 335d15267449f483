using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Api.Vault;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Eligibility.Determinations;

/// <param name="ApplicantIndex">Place of the applicant in the check.</param>
/// <param name="ListingNumber">The listing that the answer names for this applicant.</param>
internal sealed record RecordDeterminationRequest(int ApplicantIndex, string ListingNumber, Finding Finding, string Reason);

internal static class RecordDeterminationEndpoint
{
    public static readonly Refusal NotInAnswer = new(
        "listing_not_in_answer", "The answer names no such open listing for this applicant.");

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder determinations) => determinations.MapPost("/", Handle)
        .Summary("Record whether applicant and listed person are one",
            """
            "Somebody else" clears the applicant from this listing at once, and is remembered for the applicant's documents under this name until a number
            matches that did not then. "The same person" refuses nobody until a second clerk finds it too.
            """)
        .PathExample("id", "0b000000-0000-7000-8000-000000000031")
        .Example("""{ "applicantIndex": 0, "listingNumber": "150602-2026-000006", "finding": "differentPerson", "reason": "户籍地与出生日期均不同" }""")
        .Answers<DeterminationAnswer>(StatusCodes.Status200OK)
        .Rejects([.. FreeText.Refusals, NotInAnswer])
        .Refuses(RecordDetermination.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Body<RecordDeterminationRequest> body, [AsParameters] Write write, CommandDesk desk, AskedChecks checks,
        ReviewedApplicants applicants, Subjects subjects, CancellationToken cancellation)
    {
        if (await checks.Find(id, write.Caller, Permission.Determine, cancellation) is not { } check)
        {
            return Problems.NotFound();
        }

        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var reviewed = applicants.Find(id, check, body.Value.ApplicantIndex, body.Value.ListingNumber);
        if (reviewed is null)
        {
            fields.Add("listingNumber", NotInAnswer);
        }

        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var subject = await subjects.Of(reviewed!.Applicant.Identity);
            var command = new RecordDetermination(
                DeterminationIds.Of(reviewed.Listing.Id, subject.Id, id, body.Value.ApplicantIndex), id, body.Value.ApplicantIndex, reviewed.Listing.Id, subject.Id,
                body.Value.Finding, reviewed.DocumentMatched, reason, write.By);
            var determination = await attempt.Load(Determination.Stream, command.Id.Value);
            return attempt.Record(determination, RecordDetermination.Decide(determination.State, command), DeterminationAnswer.Of, subject.Rows);
        });
    }
}

/// <summary>A determination after a command.</summary>
[Disclosed(DisclosureTier.Grounds)]
internal sealed record DeterminationAnswer(Guid Id, DeterminationStatus Status, long Version)
{
    public static Answer Of(Determination determination, long version) =>
        Answer.Ok(new DeterminationAnswer(determination.Id.Value, determination.Status, version));
}
