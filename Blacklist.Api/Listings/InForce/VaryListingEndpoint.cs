using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.Registration;

namespace Blacklist.Api.Listings.InForce;

/// <param name="EffectiveOn">First day on which the narrower effect holds.</param>
/// <param name="EndsOn">Last day of any restriction; left out, the rules' terms stay.</param>
/// <param name="Positions">Positions that stay barred; left out or empty, all that the rules name.</param>
internal sealed record VaryListingRequest(DateOnly EffectiveOn, string DocumentNumber, string Reason, DateOnly? EndsOn = null, IReadOnlyList<Position>? Positions = null);

internal static class VaryListingEndpoint
{
    private const int MostPositions = 20;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/variation", Handle)
        .Summary("Vary a listing", "变更: from a day on the listing restricts until an earlier day, or from fewer positions. More than was told in the notice needs a new listing.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000054")
        .Example("""
            { "effectiveOn": "2026-11-16", "endsOn": "2028-11-15", "positions": [ "personInCharge", "legalRepresentative" ],
              "documentNumber": "鄂民变字〔2026〕54号", "reason": "责任较轻，缩短限制期限" }
            """)
        .Answers<ListingAnswer>(StatusCodes.Status200OK)
        .Rejects(FreeText.Refusals)
        .Refuses(VaryListing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<VaryListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        var positions = body.Value.Positions ?? [];
        fields.Count("positions", positions, 0, MostPositions);
        var command = new VaryListing(body.Value.EffectiveOn, body.Value.EndsOn, [.. positions.Distinct()], document, reason, write.By, write.Today);
        return desk.Change(write, body.Bytes, fields, id, listing => VaryListing.Decide(listing, command));
    }
}
