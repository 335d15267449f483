using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>撤销: the listing is void from its beginning.</summary>
[Requires(Permission.AnnulListings)]
internal sealed class AnnulListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<AnnulListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<AnnulListingRequest> body, Write write) => AnnulListingEndpoint.Handle(Id, body, write, listings);
}
