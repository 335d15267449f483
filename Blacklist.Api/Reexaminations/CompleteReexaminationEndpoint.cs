using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Reexaminations;

namespace Blacklist.Api.Reexaminations;

internal sealed record CompleteReexaminationRequest(ReexaminationOutcome Outcome, string Reason);

internal static class CompleteReexaminationEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder reexaminations) => reexaminations.MapPost("/{id:guid}/completion", Handle)
        .Summary("Record what examining again came to", "The refusal was withdrawn, stands on other grounds, or there was nothing to withdraw.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000072")
        .Example("""{ "outcome": "refusalWithdrawn", "reason": "列入已撤销，准予登记" }""")
        .Answers<ReexaminationAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(CompleteReexamination.Refusals);

    public static async Task<IResult> Handle(Guid id, Body<CompleteReexaminationRequest> body, [AsParameters] Write write, CommandDesk desk, Colleagues colleagues, CancellationToken cancellation)
    {
        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var reexamination = await attempt.Load(Reexamination.Stream, id);
            return reexamination.Exists && write.Caller.Covers(reexamination.State.Region)
                && await colleagues.Include(write.Caller, reexamination.State.Caller.Value, cancellation)
                ? attempt.Record(
                    reexamination,
                    CompleteReexamination.Decide(reexamination.State, new CompleteReexamination(body.Value.Outcome, reason, write.By)),
                    ReexaminationAnswer.Of)
                : Problems.NotFound();
        });
    }
}

/// <summary>A re-examination after a command.</summary>
[Disclosed(DisclosureTier.Verdict)]
internal sealed record ReexaminationAnswer(Guid Id, ReexaminationStatus Status, ReexaminationOutcome? Outcome, long Version)
{
    public static Answer Of(Reexamination reexamination, long version) =>
        Answer.Ok(new ReexaminationAnswer(reexamination.Id.Value, reexamination.Status, reexamination.Outcome, version));
}
