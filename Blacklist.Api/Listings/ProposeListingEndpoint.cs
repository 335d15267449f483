using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Api.OpenApi;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Facts">What the proposal rests on beyond the decision; no names or numbers of persons.</param>
internal sealed record ProposeListingRequest(Guid BannedOrganizationId, Guid ResponsiblePersonId, string? Facts = null);

internal static class ProposeListingEndpoint
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder listings) => listings.MapPost("/", Handle)
        .Summary("Propose a listing", "A case officer proposes to list a responsible person whom a ban or a revocation names. Nothing is restricted yet.")
        .Example("""
            { "bannedOrganizationId": "0b000000-0000-7000-8000-000000000001", "responsiblePersonId": "0b000000-0000-7000-8000-000000000011",
              "facts": "决定书载明其为负责人" }
            """)
        .Answers<ListingProposal>(StatusCodes.Status201Created)
        .Rejects(FreeText.Refusals)
        .Refuses(ProposeListing.Refusals);

    public static async Task<IResult> Handle(
        Body<ProposeListingRequest> body, [AsParameters] Write write, CommandDesk desk, ListingNumbers numbers)
    {
        var fields = new FieldErrors();
        var facts = fields.OptionalText("facts", body.Value.Facts, 4000);
        return await desk.Answer(write, body.Bytes, fields, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, body.Value.BannedOrganizationId);
            if (!organization.Exists || !write.Caller.Covers(organization.State.Region))
            {
                return Problems.NotFound();
            }

            var listing = await attempt.Load(Listing.Stream, ProposeListing.ListingOf(body.Value.ResponsiblePersonId).Value);
            var number = await numbers.Next(organization.State.Region, write.Today.Year);
            var command = new ProposeListing(number, body.Value.ResponsiblePersonId, facts, write.By);
            return attempt.Record(
                listing,
                ProposeListing.Decide(listing.State, organization.State, command),
                (state, version) => Answer.Created($"/api/v1/listings/{state.Id.Value}", new ListingProposal(state.Id.Value, state.Number, state.Status, version)),
                restsOn: organization.Unmoved);
        });
    }
}

/// <summary>The listing that was proposed.</summary>
internal sealed record ListingProposal(Guid Id, string Number, ListingStatus Status, long Version);
