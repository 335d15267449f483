using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Listings.InForce;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings.InForce;

/// <summary>信用修复: from a day on nobody is restricted by it.</summary>
[Requires(Permission.ChangeListings)]
internal sealed class RepairListingModel(FormDesk desk, ListingReader reader, ListingDesk listings) : ListingPage<RepairListingRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<RepairListingRequest> body, Write write) => RepairListingEndpoint.Handle(Id, body, write, listings);
}
