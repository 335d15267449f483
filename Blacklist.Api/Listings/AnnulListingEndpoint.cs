using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

internal sealed record AnnulListingRequest(string DocumentNumber, DateOnly AnnulledOn, string Reason);

internal static class AnnulListingEndpoint
{
    public static async Task<IResult> Handle(
        Guid id, Body<AnnulListingRequest> body, [AsParameters] Write write, ListingDesk desk, TimeProvider time)
    {
        var fields = new FieldErrors();
        var document = fields.Read("documentNumber", FreeText.Parse(body.Value.DocumentNumber, 100));
        var reason = fields.Read("reason", FreeText.Parse(body.Value.Reason, 4000));
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new AnnulListing(document!, body.Value.AnnulledOn, reason!, write.By, LegalDate.At(time.GetUtcNow()));
        return await desk.Change(write, body.Bytes, id, listing => AnnulListing.Decide(listing, command));
    }
}
