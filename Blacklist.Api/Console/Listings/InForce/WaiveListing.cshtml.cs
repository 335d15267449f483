using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>豁免: the listing does not bar from the named organizations.</summary>
[Requires(Permission.ChangeListings)]
internal sealed class WaiveListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<WaiveListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<WaiveListingRequest> body, Write write) => WaiveListingEndpoint.Handle(Id, body, write, listings);
}
