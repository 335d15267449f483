using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Listings.InForce;

/// <param name="WithdrawnOn">First day on which the listing bars from the named organizations too.</param>
internal sealed record WithdrawWaiverRequest(DateOnly WithdrawnOn, string DocumentNumber, string Reason);

internal static class WithdrawWaiverEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/waivers/{waiverId:guid}/withdrawal", Handle)
        .Summary("Take a waiver back", "From the day on the listing bars from the named organizations as from any other.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000056")
        .PathExample("waiverId", "0b000000-0000-7000-8000-000000000061")
        .Example("""{ "withdrawnOn": "2026-11-18", "documentNumber": "鄂民豁撤字〔2026〕56号", "reason": "豁免事由消失" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(WithdrawWaiver.Refusals);

    public static Task<IResult> Handle(Guid id, Guid waiverId, Body<WithdrawWaiverRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new WithdrawWaiver(waiverId, body.Value.WithdrawnOn, document, reason, write.By);
        return desk.Change(write, body.Bytes, fields, id, listing => WithdrawWaiver.Decide(listing, command));
    }
}
