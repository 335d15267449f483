using Blacklist.Api.Commands;
using Blacklist.Api.Http;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Listings;

namespace Blacklist.Api.Listings;

internal sealed record DecideListingRequest(ListingDecision Decision, string DocumentNumber, DateOnly DecidedOn, string Reasons);

internal static class DecideListingEndpoint
{
    public static async Task<IResult> Handle(
        Guid id, Body<DecideListingRequest> body, [AsParameters] Write write, ListingDesk desk, TimeProvider time)
    {
        var fields = new FieldErrors();
        var document = fields.Read("documentNumber", FreeText.Parse(body.Value.DocumentNumber, 100));
        var reasons = fields.Read("reasons", FreeText.Parse(body.Value.Reasons, 4000));
        if (fields.Any)
        {
            return Problems.Unprocessable(fields);
        }

        var command = new DecideListing(
            body.Value.Decision, document!, body.Value.DecidedOn, reasons!, write.By, LegalDate.At(time.GetUtcNow()));
        return await desk.Change(write, body.Bytes, id, listing => DecideListing.Decide(listing, command));
    }
}
