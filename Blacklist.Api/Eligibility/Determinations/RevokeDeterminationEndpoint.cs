using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Security;
using Blacklist.Domain.Determinations;
using Blacklist.Domain.Identity;

namespace Blacklist.Api.Eligibility.Determinations;

internal sealed record RevokeDeterminationRequest(string Reason);

internal static class RevokeDeterminationEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder determinations) => determinations.MapPost("/{determinationId:guid}/revocation", Handle)
        .Summary("Take a determination back", "Later checks are answered as if it had not been made.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000031")
        .PathExample("determinationId", "0b000000-0000-7000-8000-000000000032")
        .Example("""{ "reason": "补充材料表明认定有误" }""")
        .Answers<DeterminationAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RevokeDetermination.Refusals);

    public static async Task<IResult> Handle(
        Guid id, Guid determinationId, Body<RevokeDeterminationRequest> body, [AsParameters] Write write, CommandDesk desk, AskedChecks checks,
        CancellationToken cancellation)
    {
        if (await checks.Find(id, write.Caller, Permission.Determine, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var fields = new FieldErrors();
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var determination = await attempt.Load(Determination.Stream, determinationId);
            return determination.State.CheckId == id
                ? attempt.Record(determination, RevokeDetermination.Decide(determination.State, new RevokeDetermination(reason, write.By)), DeterminationAnswer.Of)
                : Problems.NotFound();
        });
    }
}
