using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Listings.InForce;

/// <param name="RepairedOn">First day without effect.</param>
internal sealed record RepairListingRequest(DateOnly RepairedOn, string DocumentNumber, string Reason);

internal static class RepairListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/repair", Handle)
        .Summary("Repair a listing", "信用修复: from the day on nobody is restricted by the listing, before its term is over. What it did before stands.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000057")
        .Example("""{ "repairedOn": "2026-11-16", "documentNumber": "鄂民修字〔2026〕57号", "reason": "已纠正违法行为，消除影响" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(RepairListing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<RepairListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new RepairListing(body.Value.RepairedOn, document, reason, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, listing => RepairListing.Decide(listing, command));
    }
}
