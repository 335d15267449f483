using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>变更: the listing restricts less.</summary>
[Requires(Permission.ChangeListings)]
internal sealed class VaryListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<VaryListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<VaryListingRequest> body, Write write) => VaryListingEndpoint.Handle(Id, body, write, listings);
}
