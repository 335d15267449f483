using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

/// <summary>A command on one listing of the caller's region; a listing of another region is not there.</summary>
internal sealed class ListingDesk(CommandDesk desk)
{
    public Task<IResult> Change(
        Write write, ReadOnlyMemory<byte> body, FieldErrors fields, Guid id, Func<Listing, Outcome> decide, Func<Listing, long, Answer>? answer = null) =>
        desk.Answer(write, body, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, id);
            return listing.Exists && write.Caller.Covers(listing.State.Region)
                ? attempt.Record(listing, decide(listing.State), answer ?? ListingAnswer.Of)
                : Problems.NotFound();
        });

    /// <summary>A decision that rests also on what was decided about the organization.</summary>
    public Task<IResult> Decide(Write write, ReadOnlyMemory<byte> body, FieldErrors fields, Guid id, Func<Listing, BannedOrganization, Outcome> decide) =>
        desk.Answer(write, body, fields, async attempt =>
        {
            var listing = await attempt.Load(Listing.Stream, id);
            if (!listing.Exists || !write.Caller.Covers(listing.State.Region))
            {
                return Problems.NotFound();
            }

            var organization = await attempt.Load(BannedOrganization.Stream, listing.State.OrganizationId.Value);
            return attempt.Record(listing, decide(listing.State, organization.State), ListingAnswer.Of, restsOn: organization.Unmoved);
        });
}
