using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <param name="Facts">What the proposal rests on beyond the decision; no names or numbers of persons.</param>
internal sealed record ProposeListingRequest(Guid BannedOrganizationId, Guid ResponsiblePersonId, string? Facts = null);

internal static class ProposeListingEndpoint
{
    public static async Task<IResult> Handle(
        Body<ProposeListingRequest> body, [AsParameters] Write write, CommandDesk desk, ListingNumbers numbers, TimeProvider time)
    {
        var fields = new FieldErrors();
        var facts = fields.ReadOptional("facts", body.Value.Facts, text => FreeText.Parse(text, 4000));
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        return await desk.Answer(write, body.Bytes, async attempt =>
        {
            var organization = await attempt.Load(BannedOrganization.Stream, body.Value.BannedOrganizationId);
            if (!organization.Exists || !write.Caller.Covers(organization.State.Region))
            {
                return Problems.NotFound();
            }

            var listing = await attempt.Load(Listing.Stream, ProposeListing.ListingOf(body.Value.ResponsiblePersonId).Value);
            var number = await numbers.Next(organization.State.Region, LegalDate.At(time.GetUtcNow()).Year);
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
