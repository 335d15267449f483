using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Proof">Reference of the proof of the attempt.</param>
internal sealed record RecordServiceAttemptRequest(DateOnly AttemptedOn, ServiceFailure Failure, string Proof);

internal static class RecordServiceAttemptEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/service-attempts", Handle)
        .Summary("Record that the notice did not reach the person",
            "The person refused to take the notice, or cannot be reached. Only after this may it be served by lien or by public notice.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000051")
        .Example("""{ "attemptedOn": "2026-11-03", "failure": "refused", "proof": "送达情况说明〔2026〕51号" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RecordServiceAttempt.Refusals);

    public static Task<IResult> Handle(Guid id, Body<RecordServiceAttemptRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var proof = fields.Text("proof", body.Value.Proof, 200);
        var command = new RecordServiceAttempt(body.Value.AttemptedOn, body.Value.Failure, proof, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, listing => RecordServiceAttempt.Decide(listing, command));
    }
}
