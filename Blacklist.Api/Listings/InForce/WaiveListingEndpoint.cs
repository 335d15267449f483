using Blacklist.Api.Audit;
using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Listings.InForce;
using Blacklist.Domain.OrganizationNames;

namespace Blacklist.Api.Listings.InForce;

/// <param name="Organizations">Names of the organizations that the listing shall not bar from.</param>
/// <param name="Until">Last day; left out, as long as the listing lasts.</param>
internal sealed record WaiveListingRequest(IReadOnlyList<string> Organizations, DateOnly From, string DocumentNumber, string Reason, DateOnly? Until = null);

internal static class WaiveListingEndpoint
{
    private const int MostOrganizations = 50;

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/{id:guid}/waiver", Handle)
        .Summary("Waive a listing for named organizations", "The person may found or lead the named organizations in spite of the listing. A check for one of them answers `eligible` with the reason `listing_waived`; for any other nothing changes.")
        .PathExample("id", "0b000000-0000-7000-8000-000000000055")
        .Example("""
            { "organizations": [ "演示·东胜区某某老年书画协会" ], "from": "2026-11-16", "until": "2027-11-15",
              "documentNumber": "鄂民豁字〔2026〕55号", "reason": "原登记组织换届，经研究同意" }
            """)
        .Answers<WaivedListing>(StatusCodes.Status200OK)
        .Rejects([.. FreeText.Refusals, OrganizationName.Empty, OrganizationName.TooLong, OrganizationName.BrokenText])
        .Refuses(WaiveListing.Refusals);

    public static Task<IResult> Handle(Guid id, Body<WaiveListingRequest> body, [AsParameters] Write write, ListingDesk desk)
    {
        var fields = new FieldErrors();
        var document = fields.Text("documentNumber", body.Value.DocumentNumber, 100);
        var reason = fields.Text("reason", body.Value.Reason, 4000);
        fields.Count("organizations", body.Value.Organizations, 0, MostOrganizations);
        var organizations = fields.Each("organizations", body.Value.Organizations, Name);
        var command = new WaiveListing(Guid.CreateVersion7(), organizations, body.Value.From, body.Value.Until, document, reason, write.By);
        return desk.Change(write, body.Bytes, fields, id, listing => WaiveListing.Decide(listing, command), (listing, version) => WaivedListing.Of(listing, command, version));
    }

    private static OrganizationName? Name(FieldErrors at, string given) =>
        at.Read("", FreeText.Parse(given, 200)) is { } text ? at.Read("", OrganizationName.Parse(text)) : null;
}

/// <summary>A listing with the waiver that was given, or had been given before in the same words.</summary>
[Disclosed(DisclosureTier.CaseFile)]
internal sealed record WaivedListing(Guid Id, Guid WaiverId, long Version)
{
    public static Answer Of(Listing listing, WaiveListing command, long version) =>
        Answer.Ok(new WaivedListing(listing.Id.Value, command.Given(listing)!.Id, version));
}
