using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

internal sealed record DecideListingRequest(ListingDecision Decision, string DocumentNumber, DateOnly DecidedOn, string Reasons);

internal static class DecideListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/decision", Handle)
        .Summary("Decide a listing", "A second person lists or drops, once the person could be heard. From a decision to `enter` on, checks answer `restricted`.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000014")
        .Example("""
            { "decision": "enter", "documentNumber": "鄂民列字〔2026〕14号", "decidedOn": "2026-11-12", "reasons": "取缔决定载明其为负责人，告知程序完备" }
            """)
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(DecideListing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<DecideListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reasons = fields.Text("reasons", body.Value.Reasons, 4000);
        var command = new DecideListing(body.Value.Decision, document, body.Value.DecidedOn, reasons, write.By, write.Today);
        return desk.Decide(write, body.Bytes, fields, id, (listing, organization) => DecideListing.Decide(listing, organization, command));
    }
}
