using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;

namespace Blacklist.Api.Listings.InForce;

internal sealed record AnnulListingRequest(string DocumentNumber, DateOnly AnnulledOn, string Reason);

internal static class AnnulListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/annulment", Handle)
        .Summary("Annul a listing", "Voids a listing from its beginning, with document and reason; also one that lapsed or was repaired. From the answer on, no check is restricted by it.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000015")
        .Example("""{ "documentNumber": "鄂民撤字〔2026〕15号", "annulledOn": "2026-11-20", "reason": "复核认定责任人有误" }""")
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(AnnulListing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<AnnulListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var command = new AnnulListing(document, body.Value.AnnulledOn, reason, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, listing => AnnulListing.Decide(listing, command));
    }
}
